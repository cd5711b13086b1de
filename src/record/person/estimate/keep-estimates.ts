import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import { holdAlone, type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { modelInForce } from '../model/in-force.ts'
import { countLevels } from './count-levels.ts'
import { drawRecords, hideNumber, type Trial, type Tried } from './hide-number.ts'
import { tallyTrials } from './tally.ts'

/** How many records are drawn each night. */
export const DRAWN_A_NIGHT = 500

/**
 * Once a day: finds anew whose some records are, as if nobody had an NHS number, and keeps how often that came out right.
 * Each record is found in a transaction of its own that writes nothing, so that messages are taken in beside it.
 * Answers whether it kept any.
 */
export async function keepEstimates(store: Store, count = DRAWN_A_NIGHT): Promise<boolean> {
  if (await transaction(store, isKept)) return false
  const drawn = await transaction(store, tx => drawRecords(tx, count))
  const { matcher } = await transaction(store, modelInForce)
  const tried: Tried[] = []
  for (const one of drawn) tried.push(await transaction(store, tx => hideNumber(tx, matcher, one)))
  return transactionInTurn(store, async tx => {
    await holdAlone(tx, 'the estimates of a day')
    if (await isKept(tx)) return false
    const crowded = tried.filter(({ isCrowded }) => isCrowded).length
    const trials = tried.flatMap(one => one.trials)
    await keep(tx, { modelVersion: matcher.model.version, drawn: drawn.length, crowded }, trials)
    return true
  })
}

async function isKept(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select from matching_estimate_day where day = ${dayOf(tx.now)}`.execute(tx.db)
  return rows.length > 0
}

interface Night {
  readonly modelVersion: string
  readonly drawn: number
  /** Of them those under one of whose keys stand too many to be looked at. */
  readonly crowded: number
}

async function keep(tx: Tx, night: Night, trials: readonly Trial[]): Promise<void> {
  const day = dayOf(tx.now)
  await tx.db
    .insertInto('matchingEstimateDay')
    .values({ day, ...night, countedAt: tx.now })
    .execute()
  const tallies = tallyTrials(trials).map(tally => ({ day, ...tally }))
  if (tallies.length > 0) await tx.db.insertInto('matchingEstimate').values(tallies).execute()
  const levels = countLevels(trials).map(count => ({ day, ...count }))
  if (levels.length > 0) await tx.db.insertInto('matchingLevel').values(levels).execute()
}
