import type { Tx } from '#ground/db/store.ts'
import { raiseOfPlan } from '#work/notice/raise-of-plan.ts'
import type { Writer } from './open-plan.ts'
import type { OwnedItem } from './owner.ts'
import type { NewWords } from './propose.ts'

/**
 * Writes the next version of an item's words, and tells those who may know; when it is due and who helps stay. In one snapshot
 * (`transaction`) two hands that write at once are tried again, and the later one finds that the item has changed.
 */
export async function writeVersion(
  tx: Tx,
  item: OwnedItem,
  { words, language, why }: Pick<NewWords, 'words' | 'language' | 'why'>,
  by: Writer,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('planItemVersion')
    .values({
      planItemId: item.id,
      version: item.version + 1,
      words,
      language,
      dueOn: item.dueOn,
      why: why.trim() || null,
      helpedBy: item.helpedBy,
      details: JSON.stringify(item.details),
      writtenBy: by.accountId,
      writtenByName: by.name,
      writtenAt: tx.now,
    })
    // A clash with what this snapshot cannot see is thus a serialization failure, not a fault.
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Error(`version ${item.version + 1} of ${item.id} was already written`)
  const { planId, ownerId: contributorId, dataClass } = item
  await raiseOfPlan(tx, { planId, contributorId, dataClass, madeBy: by.accountId })
}
