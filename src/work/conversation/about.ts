import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import type { Access } from '#record/sharing/access.ts'
import { CONVERSATION_TOPIC, type Entry } from './conversation.ts'
import { readEntries, readWaitingAbout } from './read.ts'

/** Notes the item of the plan that an entry is about. */
export async function noteAbout(tx: Tx, entryId: string, planItemId: string): Promise<void> {
  await tx.db.insertInto('conversationAbout').values({ entryId, planItemId }).execute()
}

/** Announces an entry, by its question where it answers one, and the item of the plan that it is about. */
export async function announceEntry(tx: Tx, entryId: string): Promise<void> {
  await announce(tx, { topic: CONVERSATION_TOPIC, id: entryId })
  const about = await tx.db
    .selectFrom('conversationAbout')
    .select('planItemId')
    .where('entryId', '=', entryId)
    .executeTakeFirst()
  if (about !== undefined) await announce(tx, { topic: 'plan', id: about.planItemId })
}

/** The questions about one item of the plan that are open to a reader, newest first: those that wait, and those answered. */
export async function questionsAbout(tx: Tx, access: Access, itemId: string): Promise<Entry[]> {
  const [questions = []] = await questionsFor(tx, [access], itemId)
  return questions
}

/** The same for many readers, in the order of the accesses. */
export async function questionsFor(tx: Tx, accesses: readonly Access[], itemId: string): Promise<Entry[][]> {
  const rows = await tx.db.selectFrom('conversationAbout').select('entryId').where('planItemId', '=', itemId).execute()
  const ids = rows.map(({ entryId }) => entryId)
  const read = await together(accesses.map(access => readEntries(tx, access, ids)))
  return read.map(entries => entries.filter(({ question, struck }) => question !== undefined && struck === undefined))
}

/** The questions that wait about items of one person's plan, as far as they are open to the reader: by the item. */
export async function waitingAbout(tx: Tx, access: Access): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const entries = await readWaitingAbout(tx, access)
  return Map.groupBy(
    entries.filter(({ about }) => about !== undefined),
    ({ about }) => about!.itemId,
  )
}
