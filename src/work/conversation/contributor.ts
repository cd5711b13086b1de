import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import { contributorFor } from '#work/hand-over/hand.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { CONVERSATION_CLASSES, type ConversationClass, type WrittenAs } from './conversation.ts'

/** Whose words an entry would be, of one class. */
export interface Contributor {
  readonly id: string
  readonly code: string
}

/**
 * Whose words an entry of this class would be: the person's, of what they and those they chose write; the employer's, or
 * those of the body it is a part of, of what a worker does. Undefined when the access lets them write none.
 */
export async function contributorIn(
  tx: Tx,
  access: Access,
  dataClass: ConversationClass,
): Promise<Contributor | undefined> {
  const id =
    access.actor.kind === 'citizen'
      ? await thePersonIf(tx, access, dataClass)
      : await contributorFor(tx, access, dataClass)
  if (id === undefined || !access.covers(id, dataClass)) return undefined
  return tx.db.selectFrom('organisation').select(['id', 'code']).where('id', '=', id).executeTakeFirstOrThrow()
}

/** The parts of a conversation that somebody may write in, the one most people mean first. */
export async function writableParts(
  tx: Tx,
  access: Access,
): Promise<(readonly [dataClass: ConversationClass, contributor: Contributor])[]> {
  const order = access.actor.kind === 'citizen' ? CITIZENS_ORDER : CONVERSATION_CLASSES
  const parts: (readonly [ConversationClass, Contributor])[] = []
  for (const dataClass of order) {
    const contributor = await contributorIn(tx, access, dataClass)
    if (contributor !== undefined) parts.push([dataClass, contributor])
  }
  return parts
}

/** What people are themselves part of comes first for them. */
const CITIZENS_ORDER: readonly ConversationClass[] = ['plan', 'care-and-support', 'housing-and-tenancy']

/** As what the one who holds the access writes. A system writes in no conversation. */
export function writtenAs(access: Access): WrittenAs {
  const { actor } = access
  if (actor.kind === 'worker') return actor.role
  return isThePerson(access) ? 'person' : 'chosen'
}

async function thePersonIf(tx: Tx, access: Access, dataClass: ConversationClass): Promise<string | undefined> {
  const { id } = await tx.db
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', THE_PERSON)
    .executeTakeFirstOrThrow()
  return access.mayContribute(id, dataClass) ? id : undefined
}
