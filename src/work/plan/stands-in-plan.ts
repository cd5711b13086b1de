import type { Tx } from '#ground/db/store.ts'
import type { OwnedItem } from './owner.ts'

/** Whether an item is part of the plan: not one that the person has not said yes to, nor one about somebody else. */
export async function standsInPlan(tx: Tx, { id, version }: OwnedItem): Promise<boolean> {
  const offered = await tx.db
    .selectFrom('planItemOffer as offer')
    .leftJoin('planItemOfferAnswer as answer', 'answer.planItemId', 'offer.planItemId')
    .select('answer.accepted')
    .where('offer.planItemId', '=', id)
    .executeTakeFirst()
  if (offered !== undefined && offered.accepted !== true) return false
  const misfiled = await tx.db
    .selectFrom('planItemStruck')
    .select('planItemId')
    .where('planItemId', '=', id)
    .where('version', '=', version)
    .where('because', '=', 'wrong-person')
    .executeTakeFirst()
  return misfiled === undefined
}
