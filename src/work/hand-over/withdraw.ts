import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import { endTie } from '#record/sharing/relationship/end-tie.ts'
import { HAND_OVER_TOPIC } from './hand-over.ts'

/**
 * Takes back what a system had handed on, by the key it was handed on by: it says that the referral is no more. Nothing,
 * when there is none of that key or it has been answered.
 */
export async function withdrawByKey(
  tx: Tx,
  key: string,
  by: { readonly name: string; readonly reason: string },
): Promise<void> {
  const handedOn = await tx.db
    .selectFrom('handOver')
    .select(['id', 'relationshipId'])
    .where('formKey', '=', key)
    .executeTakeFirst()
  if (handedOn === undefined) return
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('handOverAnswer')
    .values({ handOverId: handedOn.id, answer: 'withdrawn', reason: by.reason, name: by.name, answeredAt: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return
  await endTie(tx, handedOn.relationshipId, 'hand-over')
  await announce(tx, { topic: HAND_OVER_TOPIC, id: handedOn.id })
}
