import type { Tx } from '#ground/db/store.ts'
import type { Say } from '#ground/language/say.ts'
import { everyOrganisation, type NamedOrganisation } from '#record/organisation/organisation-names.ts'
import type { Access } from '#record/sharing/access.ts'
import { type MayRead, readersToldTo, whoMayRead } from '#record/sharing/wish/who-may-read.ts'
import type { NewOwner } from '#work/conversation/ask.ts'
import { writableParts } from '#work/conversation/contributor.ts'
import type { ConversationClass } from '#work/conversation/conversation.ts'
import { readerName } from './who.tsx'

/** A part that somebody may write in, and everybody who will be able to read what they write. */
export interface Part {
  readonly dataClass: ConversationClass
  readonly readers: readonly MayRead[]
}

/** What somebody may choose when they write: the parts, and who may be to do what is decided. */
export interface Choices {
  readonly parts: readonly Part[]
  readonly doers: readonly NamedOrganisation[]
}

/** Everything that can be chosen when writing, from the same decision as the policy. */
export async function choicesFor(tx: Tx, access: Access): Promise<Choices> {
  const writable = await writableParts(tx, access)
  const written = writable.map(([dataClass, { code }]) => ({ contributor: code, dataClass }))
  const readers = await whoMayRead(tx, access.personId, written)
  const parts = writable.map(([dataClass], at) => ({ dataClass, readers: readersToldTo(access, readers[at] ?? []) }))
  const organisations = await everyOrganisation(tx)
  const doers = organisations.filter(({ id }) => parts.some(({ dataClass }) => access.mayContribute(id, dataClass)))
  return { parts, doers }
}

interface Option {
  readonly value: string
  readonly label: string
}

/** Those who may be asked: each one person by name, and each team of which anybody may read it. */
export function ownerOptions(say: Say, readers: readonly MayRead[], person: string): Option[] {
  const options = new Map<string, string>()
  for (const reader of readers) {
    const value = ownerValue(reader)
    if (value !== undefined && !options.has(value)) options.set(value, readerName(say, reader, person))
  }
  return [...options].map(([value, label]) => ({ value, label }))
}

/** Those who may be told at once: people by name. */
export function mentionOptions(say: Say, readers: readonly MayRead[], person: string): Option[] {
  return ownerOptions(say, readers, person).flatMap(({ value, label }) =>
    value.startsWith(ACCOUNT) ? [{ value: value.slice(ACCOUNT.length), label }] : [],
  )
}

/** What an owner's option says, as it comes back from the form. */
export function ownerFrom(value: string): NewOwner | undefined {
  if (value.startsWith(ACCOUNT)) return { accountId: value.slice(ACCOUNT.length) }
  return value.startsWith(TEAM) ? { teamId: value.slice(TEAM.length) } : undefined
}

function ownerValue({ accountId, seat }: MayRead): string | undefined {
  if (accountId !== undefined) return `${ACCOUNT}${accountId}`
  return seat?.teamId == null ? undefined : `${TEAM}${seat.teamId}`
}

const ACCOUNT = 'account:'
const TEAM = 'team:'
