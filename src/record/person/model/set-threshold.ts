import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { readModel } from './in-force.ts'
import { keepModel } from './keep.ts'
import { THRESHOLDS_OFFERED } from './thresholds.ts'

/**
 * Makes of a learnt model another that links from another probability on. It must be tried in the shadow and put in force
 * like any other. Run it in turn.
 */
export async function setThreshold(
  tx: Tx,
  officer: WorkerActor,
  version: number,
  link: number,
): Promise<Outcome<number, 'matching.noSuchThreshold'>> {
  const isKnown = await tx.db
    .selectFrom('matchingModel')
    .select('version')
    .where('version', '=', version)
    .executeTakeFirst()
  if (isKnown === undefined || !THRESHOLDS_OFFERED.some(offered => offered === link)) {
    return refused('matching.noSuchThreshold')
  }
  const model = await readModel(tx, version)
  const other = { ...model, thresholds: { ...model.thresholds, link } }
  const made = { by: officer.name, accountId: officer.accountId, madeFrom: version }
  return done(await keepModel(tx, other, made))
}
