import type { Tx } from '#ground/db/store.ts'

/** Ends whatever waits in one turn, untold, with why: its receiver wants it no more. Run it in turn. */
export async function dropWaiting(tx: Tx, turn: string, reason: string): Promise<void> {
  const dropped = await tx.db.deleteFrom('outgoingWaiting').where('turn', '=', turn).returning('outgoingId').execute()
  for (const { outgoingId } of dropped) {
    const outcome = { id: tx.newId(), outgoingId, outcome: 'not-open', reason, at: tx.now }
    await tx.db.insertInto('outgoingOutcome').values(outcome).execute()
  }
}
