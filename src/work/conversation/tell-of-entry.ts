import type { Tx } from '#ground/db/store.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { ConversationNotice } from '#work/notice/notice-kind.ts'
import { raiseToOne } from '#work/notice/raise-to-one.ts'

/** Tells one person, who was named or asked in an entry or whose question it answers, that it is there. */
export async function tellOfEntry(
  tx: Tx,
  kind: ConversationNotice,
  entryId: string,
  told: { readonly madeBy: string; readonly toldTo: string },
): Promise<void> {
  const { dataClass, ...entry } = await tx.db
    .selectFrom('conversationEntry')
    .select(['planId', 'contributorId', 'dataClass'])
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow()
  await raiseToOne(tx, kind, { ...entry, dataClass: dataClass as DataClass, ...told })
}
