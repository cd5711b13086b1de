import type { Tx } from '#ground/db/store.ts'

/** Ends one tie, by its id. Ending it again changes nothing. */
export async function endTie(tx: Tx, relationshipId: string, source: string): Promise<void> {
  await tx.db
    .insertInto('relationshipEnd')
    .values({ relationshipId, source, endedAt: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
