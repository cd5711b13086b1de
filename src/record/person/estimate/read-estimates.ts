import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { modelInForce } from '../model/in-force.ts'
import type { Dimension } from './strata.ts'
import { BINS, type Measure, type Tally } from './tally.ts'
import { type Estimate, type Stratum, weighted, wilson } from './wilson.ts'

/** Over how many nights is told, days. */
export const NIGHTS_TOLD = 28
/** Fewer trials than this are too few to tell: the interval would be wider than anybody can use. */
export const TRIALS_MIN = 30

/** A share with its interval, of so many trials; undefined when they are too few to tell. */
export type Told = (Estimate & { readonly trials: number }) | undefined

/** How well records are matched, as far as it can be known without anybody having said which are one. */
export interface Estimates {
  readonly modelVersion: string
  readonly modelNumber: number
  /** Nights that were counted, and records that were found anew in them. */
  readonly nights: number
  readonly drawn: number
  /** Of them those that stood under a key which too many share to be looked at. */
  readonly crowded: number
  readonly all: Readonly<Record<'compared' | 'recall' | 'found' | 'precision', Told>>
  readonly parts: readonly PartTold[]
  readonly calibration: readonly BinTold[]
  readonly audit: AuditTold
}

/** One part of all pairs. */
export interface PartTold {
  readonly dimension: Exclude<Dimension, 'all'>
  readonly stratum: string
  readonly recall: Told
  readonly precision: Told
}

/** Of the pairs that score from here to the next, how many are one person's. */
export interface BinTold {
  readonly from: number
  readonly to: number
  readonly told: Told
}

/** What people said of links that were drawn at random. */
export interface AuditTold {
  readonly asked: number
  readonly answered: number
  readonly precision: Told
}

/** The estimates of the last nights, by the model in force alone: what another model did says nothing of this one. */
export async function readEstimates(tx: Tx): Promise<Estimates> {
  const { version, matcher } = await modelInForce(tx)
  const modelVersion = matcher.model.version
  const tallies = await summed(tx, modelVersion)
  const { nights, drawn, crowded } = await counted(tx, modelVersion)
  const told = (measure: Measure, dimension: Dimension = 'all', stratum = '') =>
    toldOf(tallies.find(one => one.measure === measure && one.dimension === dimension && one.stratum === stratum))
  const strata = tallies.filter(({ measure, dimension }) => measure === 'recall' && dimension !== 'all')
  return {
    modelVersion,
    modelNumber: version,
    nights,
    drawn,
    crowded,
    all: { compared: told('compared'), recall: told('recall'), found: told('found'), precision: told('precision') },
    parts: strata.map(({ dimension, stratum }) => ({
      dimension: dimension as PartTold['dimension'],
      stratum,
      recall: told('recall', dimension, stratum),
      precision: told('precision', dimension, stratum),
    })),
    calibration: BINS.map((from, at) => ({
      from,
      to: BINS[at + 1] ?? 1,
      told: told('calibration', 'all', String(from)),
    })),
    audit: await readAudit(tx),
  }
}

function toldOf(tally: Pick<Tally, 'hits' | 'trials'> | undefined): Told {
  if (tally === undefined || tally.trials < TRIALS_MIN) return undefined
  return { ...wilson(tally.hits, tally.trials), trials: tally.trials }
}

async function summed(tx: Tx, modelVersion: string): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select estimate.measure, estimate.dimension, estimate.stratum, sum(estimate.hits)::integer as hits,
           sum(estimate.trials)::integer as trials
    from matching_estimate as estimate
    join matching_estimate_day as night on night.day = estimate.day
    where night.model_version = ${modelVersion} and night.day > ${dayOf(tx.now)}::date - ${NIGHTS_TOLD}::integer
    group by estimate.measure, estimate.dimension, estimate.stratum
    order by estimate.dimension, estimate.stratum`.execute(tx.db)
  return rows
}

async function counted(tx: Tx, modelVersion: string): Promise<Pick<Estimates, 'nights' | 'drawn' | 'crowded'>> {
  const { rows } = await sql<Pick<Estimates, 'nights' | 'drawn' | 'crowded'>>`
    select count(*) as nights, coalesce(sum(drawn), 0)::integer as drawn,
           coalesce(sum(crowded), 0)::integer as crowded
    from matching_estimate_day
    where model_version = ${modelVersion} and day > ${dayOf(tx.now)}::date - ${NIGHTS_TOLD}::integer`.execute(tx.db)
  return rows[0] ?? { nights: 0, drawn: 0, crowded: 0 }
}

/** Of every link that was drawn ever: what people said of it in the end, where they have. */
async function readAudit(tx: Tx): Promise<AuditTold> {
  const { rows } = await sql<Stratum & { readonly asked: number }>`
    select max(audit.stratum_links) as size, count(*) as asked, count(said.decision) as drawn,
           count(*) filter (where said.decision = 'same') as hits
    from matching_audit as audit
    left join lateral (
      select decision.decision
      from review_decision as decision
      left join review_second as second on second.review_decision_id = decision.id
      where decision.review_candidate_id = audit.review_candidate_id and (not decision.needs_second or second.confirms)
      order by decision.decided_at desc
      limit 1
    ) as said on true
    group by audit.month, audit.stratum`.execute(tx.db)
  const answered = rows.reduce((sum, { drawn }) => sum + drawn, 0)
  return {
    asked: rows.reduce((sum, { asked }) => sum + asked, 0),
    answered,
    precision: answered < TRIALS_MIN ? undefined : weighted(rows),
  }
}
