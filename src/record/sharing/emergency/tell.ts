import type { Tx } from '#ground/db/store.ts'

/** Tells the person, and the privacy officers who answer for the worker. Both stay told until they say they have read it. */
export async function tellOfEmergency(
  tx: Tx,
  { id, personId, teamId }: { readonly id: string; readonly personId: string; readonly teamId: string },
): Promise<void> {
  const told = { emergencyAccessId: id, toldAt: tx.now }
  await tx.db
    .insertInto('emergencyNotice')
    .values([
      { ...told, id: tx.newId(), personId, teamId: null },
      { ...told, id: tx.newId(), personId: null, teamId },
    ])
    .execute()
}
