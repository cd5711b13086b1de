import { type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import { linkColumns } from '../matching/bulk/link-all.ts'
import type { Model } from '../matching/model.ts'
import { type Region, readRegion } from '../relink/read-region.ts'
import { modelInForce } from './in-force.ts'
import { keepModel, type MadeBy } from './keep.ts'
import { shadowRun } from './shadow-run.ts'

/** What came of learning. */
export interface Learnt {
  readonly version: number
  readonly records: number
  /** Models that were run in the shadow now: the one that was learnt, and those that somebody made since. */
  readonly runs: number
}

/** Fewer records than this have too few pairs in them to learn anything from that a table does not know. */
export const LEARNT_FROM_MIN = 1000

/**
 * Learns a model from all records of the region, keeps it, and runs in the shadow whatever was not run yet. Nothing is
 * linked by it. With too few records nothing is learnt. It compares on the thread that calls it: for a
 * program of its own, and not for one that serves pages.
 */
export async function learnModel(store: Store, by: MadeBy, recordsMin = LEARNT_FROM_MIN): Promise<Learnt | undefined> {
  const { matcher } = await transaction(store, modelInForce)
  const region = await transaction(store, tx => readRegion(tx, matcher))
  const records = region.ids.length
  if (records < recordsMin) return undefined
  const model = learnFrom(region)
  const version = await transactionInTurn(store, tx => keepModel(tx, model, by))
  return { version, records, runs: await runWaiting(store, region) }
}

/** Whoever was told apart or sealed is not learnt from as one: the pair is never compared. */
function learnFrom({ columns, barred }: Region): Model {
  const isExcluded = (left: number, right: number) => barred.has(`${left},${right}`)
  const options = { others: [], ...(barred.size > 0 && { isExcluded }) }
  return linkColumns(columns, options).model
}

async function runWaiting(store: Store, region: Region): Promise<number> {
  const waiting = await transaction(store, tx =>
    tx.db
      .selectFrom('matchingModel as model')
      .leftJoin('matchingShadowRun as run', 'run.version', 'model.version')
      .select('model.version')
      .where('run.version', 'is', null)
      .orderBy('model.version')
      .execute(),
  )
  for (const { version } of waiting) await shadowRun(store, region, version)
  return waiting.length
}
