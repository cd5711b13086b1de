import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Model } from '../matching/model.ts'
import { modelInForce } from '../model/in-force.ts'
import { type Drift, driftOf, hasMoved } from './drift.ts'
import { NIGHTS_TOLD } from './read-estimates.ts'

/** What comes from one organisation, held against what the model expects and against what came before. */
export interface DriftTold {
  readonly organisation: Bilingual
  /** Every comparison of which enough pairs are known, what drifts first. */
  readonly comparisons: readonly (Drift & { readonly comparison: string })[]
  /** Of its records those that no link joins to another: now, and on the mean of the eight weeks before; in percent. */
  readonly unlinked: { readonly now: number; readonly before: number; readonly hasMoved: boolean } | undefined
}

/**
 * Each organisation of which enough is known, those that drift first. The model that the program is shipped with knows
 * nothing of the region: what differs from it is told, and is no drift.
 */
export async function readDrift(tx: Tx): Promise<DriftTold[]> {
  const { matcher, version } = await modelInForce(tx)
  const levels = await levelsSeen(tx, matcher.model.version)
  const unlinked = await unlinkedShares(tx)
  const ids = [...new Set([...levels, ...unlinked].map(({ id }) => id))]
  const told = ids.map((id): DriftTold => {
    const own = levels.filter(row => row.id === id)
    const shares = unlinked.find(row => row.id === id)
    const organisation = own[0]?.name ?? shares?.name ?? { en: '', cy: '' }
    const comparisons = comparisonsOf(matcher.model, own).map(drift => ({
      ...drift,
      isDrifting: drift.isDrifting && version > 0,
    }))
    return { organisation, comparisons, unlinked: shares && movedOf(shares) }
  })
  const isKnown = ({ comparisons, unlinked: share }: DriftTold) => comparisons.length > 0 || share !== undefined
  return told.filter(isKnown).sort((one, other) => Number(drifts(other)) - Number(drifts(one)))
}

/** Whether anything of it is not as it should be. */
export function drifts({ comparisons, unlinked }: DriftTold): boolean {
  return comparisons.some(({ isDrifting }) => isDrifting) || unlinked?.hasMoved === true
}

interface LevelRow {
  readonly id: string
  readonly name: Bilingual
  readonly comparison: string
  readonly level: string
  readonly pairs: number
}

async function levelsSeen(tx: Tx, modelVersion: string): Promise<LevelRow[]> {
  const { rows } = await sql<LevelRow>`
    select seen.organisation_id as id, seen.comparison, seen.level, sum(seen.pairs)::integer as pairs,
           jsonb_build_object('en', organisation.name_en, 'cy', organisation.name_cy) as name
    from matching_level as seen
    join matching_estimate_day as night on night.day = seen.day
    join organisation on organisation.id = seen.organisation_id
    where night.model_version = ${modelVersion} and night.day > ${dayOf(tx.now)}::date - ${NIGHTS_TOLD}::integer
    group by seen.organisation_id, seen.comparison, seen.level, organisation.name_en, organisation.name_cy
    order by organisation.name_en`.execute(tx.db)
  return rows
}

function comparisonsOf({ comparisons }: Model, rows: readonly LevelRow[]): DriftTold['comparisons'] {
  return comparisons
    .flatMap(({ name, levels }) => {
      const seen = levels.map(({ level, match }) => {
        const pairs = rows.find(row => row.comparison === name && row.level === level)?.pairs ?? 0
        return { level, pairs, expected: match }
      })
      const drift = driftOf(seen)
      return drift === undefined ? [] : [{ comparison: name, ...drift }]
    })
    .sort((one, other) => other.index - one.index)
}

interface UnlinkedRow {
  readonly id: string
  readonly name: Bilingual
  readonly now: number
  readonly nowOf: number
  readonly before: number
  readonly beforeOf: number
}

/** Of the last day that was counted, and of the mean of those up to eight weeks before the last seven days. */
async function unlinkedShares(tx: Tx): Promise<UnlinkedRow[]> {
  const { rows } = await sql<UnlinkedRow>`
    with counted as (
      select kept.organisation_id, kept.day, kept.records as records, coalesce(alone.records, 0) as alone,
             row_number() over (partition by kept.organisation_id order by kept.day desc) as place
      from source_quality_day as kept
      left join source_quality_day as alone
        on alone.organisation_id = kept.organisation_id and alone.day = kept.day and alone.measure = 'unlinked'
      where kept.measure = 'records' and kept.day > ${dayOf(tx.now)}::date - 63
    )
    select counted.organisation_id as id, jsonb_build_object('en', organisation.name_en, 'cy', organisation.name_cy) as name,
           sum(counted.alone) filter (where place = 1)::integer as now,
           sum(counted.records) filter (where place = 1)::integer as now_of,
           coalesce(round(avg(counted.alone) filter (where counted.day <= ${dayOf(tx.now)}::date - 7)), 0)::integer as before,
           coalesce(round(avg(counted.records) filter (where counted.day <= ${dayOf(tx.now)}::date - 7)), 0)::integer as before_of
    from counted
    join organisation on organisation.id = counted.organisation_id
    group by counted.organisation_id, organisation.name_en, organisation.name_cy
    order by organisation.name_en`.execute(tx.db)
  return rows
}

/** Not of so few that a share of them would tell of somebody. */
function movedOf({ now, nowOf, before, beforeOf }: UnlinkedRow): DriftTold['unlinked'] {
  if (nowOf < 50 || beforeOf < 50) return undefined
  const share = (hits: number, trials: number) => Math.round((hits / trials) * 100)
  const moved = hasMoved({ hits: before, trials: beforeOf }, { hits: now, trials: nowOf })
  return { now: share(now, nowOf), before: share(before, beforeOf), hasMoved: moved }
}
