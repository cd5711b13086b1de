import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'

/**
 * Closes an emergency before its time. Only the worker who opened it may, in whichever post; to anybody else it is not
 * there. Closing what is closed changes nothing. It is never opened again, nor made longer: that is a new one.
 */
export async function closeEmergency(
  tx: Tx,
  { accountId }: WorkerActor,
  emergencyId: string,
): Promise<Outcome<undefined, 'record.notShown'>> {
  const own = await tx.db
    .selectFrom('emergencyAccess')
    .select('closesAt')
    .where('id', '=', emergencyId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  if (own === undefined) return refused('record.notShown')
  if (own.closesAt > tx.now) {
    await tx.db
      .insertInto('emergencyAccessEnd')
      .values({ emergencyAccessId: emergencyId, endedBy: accountId, endedAt: tx.now })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
  return done(undefined)
}
