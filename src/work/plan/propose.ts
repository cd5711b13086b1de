import { sql } from 'kysely'
import { idFor } from '#ground/chance.ts'
import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { type Content, merge, saysTheSame } from './content.ts'
import { type Details, isOfKind } from './details/details.ts'
import { handOf } from './in-whose-stead.ts'
import type { Writer } from './open-plan.ts'
import { decidesWords, findItem, findVersion, isThePerson, type OwnedItem } from './owner.ts'
import { type PlanProblem, PUT_RIGHT_MS, WORDS_LENGTH_MAX } from './plan.ts'
import { writeVersion } from './write-version.ts'

/** Other words for an item, offered against the version that was read. */
export interface NewWords {
  readonly itemId: string
  readonly version: number
  readonly words: string
  readonly language: Language
  /** The day and the details as they are to be. Left out, they are not asked about and stay. */
  readonly rest?: { readonly dueOn: string | null; readonly details: Details }
  readonly why: string
  /** That it corrects a slip in what the same hand wrote within the last four hours. */
  readonly putsRight?: boolean
  /** Made by whoever asks. The same words sent again under the same key are one proposal, however often they arrive. */
  readonly key?: string
}

/** What became of other words: they stand; they are put to the owner; part of them is kept beside what stands. */
export type Became = 'changed' | 'proposed' | 'kept-beside'

/**
 * Offers other words for an item, its day or its details. Whoever decides them changes it at once; anybody else who may
 * see it leaves a proposal for them. Nothing is overwritten: what has changed since the item was read stays, where
 * something else of it was changed both are so, and where the same was changed the later stands beside it, for the owner
 * to choose. A slip may be put right by its own writer within four hours, and by nobody after that.
 */
export async function proposeWords(
  tx: Tx,
  access: Access,
  offered: NewWords,
  by: Writer,
): Promise<Outcome<Became, PlanProblem>> {
  const words = offered.words.trim()
  if (words === '') return refused('plan.wordsMissing')
  if (Math.max(words.length, offered.why.length) > WORDS_LENGTH_MAX) return refused('plan.wordsTooLong')
  const item = await findItem(tx, access, offered.itemId)
  if (item === undefined) return refused('plan.itemNotShown')
  const base = await findVersion(tx, item.id, offered.version)
  if (base === undefined) return refused('plan.itemHasChanged')
  const { dueOn, details } = offered.rest ? { ...offered.rest, details: withAccount(offered.rest.details, base) } : base
  if (!isOfKind(item.kind, details)) return refused('plan.detailsNotUnderstood')
  const mine = { words, language: offered.language, dueOn, details }
  if (saysTheSame(mine, base)) return refused('plan.wordsSame')
  const form = formOf(offered, mine, by)
  const before = form === undefined ? undefined : await findBefore(tx, access, item, form)
  if (before !== undefined) return done(before)
  const became = await takeUp(tx, access, { item, base, mine, offered, form }, by)
  if (!became.ok) return became
  access.contribute(item.ownerId, item.dataClass)
  await announce(tx, { topic: 'plan', id: item.id })
  return became
}

/** Whose account the named person has is not typed, and stays with the name. */
function withAccount(details: Details, { details: { person, account } }: Content): Details {
  return account !== undefined && details.person === person ? { ...details, account } : details
}

/** One id for these very words sent under this key, however often they are sent and whatever is written meanwhile. */
function formOf({ itemId, version, key }: NewWords, mine: Content, by: Writer): string | undefined {
  const { words, language, dueOn, details } = mine
  const said = JSON.stringify([by.accountId, itemId, version, words, language, dueOn, details])
  return key === undefined ? undefined : idFor(`proposal ${key} ${said}`)
}

/** What became of a form that was sent before. */
async function findBefore(tx: Tx, access: Access, item: OwnedItem, form: string): Promise<Became | undefined> {
  const { rows } = await sql<{ wrote: boolean; left: boolean }>`
    select exists (select from plan_item_version where plan_item_id = ${item.id} and form_id = ${form}) as wrote,
           exists (select from plan_proposal where id = ${form}) as left`.execute(tx.db)
  const [{ wrote, left } = { wrote: false, left: false }] = rows
  if (left) return decidesWords(access, item, isThePerson(access)) ? 'kept-beside' : 'proposed'
  return wrote ? 'changed' : undefined
}

interface Change {
  readonly item: OwnedItem
  readonly base: Content
  readonly mine: Content
  readonly offered: NewWords
  readonly form: string | undefined
}

async function takeUp(
  tx: Tx,
  access: Access,
  { item, base, mine, offered, form }: Change,
  by: Writer,
): Promise<Outcome<Became, PlanProblem>> {
  const { content, other, clashes } = merge(base, mine, item)
  const putsRight = offered.putsRight ?? false
  if (putsRight && !mayPutRight(tx, item, offered, by)) return refused('plan.locked')
  if (!putsRight && !decidesWords(access, item, isThePerson(access))) {
    await leaveProposal(tx, { item, offered, form, content: clashes ? other : mine, isBeside: clashes }, by)
    return done('proposed')
  }
  const version = saysTheSame(content, item)
    ? item.version
    : await writeVersion(tx, item, content, { why: offered.why, putsRight, form }, handOf(access, item, by))
  if (!clashes) return done('changed')
  await leaveProposal(tx, { item: { ...item, version }, offered, form, content: other, isBeside: true }, by)
  return done('kept-beside')
}

/** Whether this hand wrote what stands, so lately that a slip in it may still be put right. */
function mayPutRight(tx: Tx, item: OwnedItem, { version }: NewWords, by: Writer): boolean {
  const isLate = tx.now.getTime() - item.writtenAt.getTime() > PUT_RIGHT_MS
  return item.writtenBy === by.accountId && item.version === version && !isLate
}

interface NewProposal {
  readonly item: OwnedItem
  readonly offered: NewWords
  readonly form: string | undefined
  readonly content: Content
  /** Whether it is another wording, of what was read earlier than what stands. */
  readonly isBeside: boolean
}

async function leaveProposal(
  tx: Tx,
  { item, offered, form, content, isBeside }: NewProposal,
  by: Writer,
): Promise<void> {
  const { why, version: read } = offered
  const { words, language, dueOn, details } = content
  const version = isBeside ? item.version : read
  await tx.db
    .insertInto('planProposal')
    .values({
      id: form ?? tx.newId(),
      planItemId: item.id,
      version,
      words,
      language,
      dueOn,
      details: JSON.stringify(details),
      readVersion: isBeside ? read : null,
      why: why.trim() || null,
      proposedBy: by.accountId,
      proposedByName: by.name,
      proposedAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
