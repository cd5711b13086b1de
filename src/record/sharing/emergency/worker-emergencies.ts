import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Emergency } from './emergency.ts'
import { readEmergencies } from './read-emergencies.ts'

/** How far back a worker is shown what came of what they opened, days. */
export const LATELY_DAYS = 90
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * What a worker opened lately in the employment they act in, and what was found of it. Nothing of whose records they
 * were: once it is closed, that is no longer theirs to know.
 */
export async function emergenciesOfWorker(tx: Tx, actor: WorkerActor): Promise<Emergency[]> {
  const since = new Date(tx.now.getTime() - LATELY_DAYS * DAY_MS)
  return readEmergencies(
    tx,
    sql`emergency.account_id = ${actor.accountId} and emergency.organisation_id = ${actor.organisationId}
          and emergency.opened_at >= ${since}`,
  )
}
