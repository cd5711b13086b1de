import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { type Figure, figureOf, type Total, totalOf, totalOfTotals } from '#ground/small-numbers.ts'
import type { Because } from '#record/sharing/because.ts'
import { PURPOSES, type Purpose } from '#record/sharing/vocabulary.ts'

/** How many months are told at most. */
export const MONTHS_MAX = 12

/** Why records were opened in one month of the region. */
export interface MonthOfLooks {
  /** `2026-10`. Always a whole one. */
  readonly month: string
  /** Every purpose, in one order. */
  readonly purposes: readonly PurposeLooks[]
  readonly total: Total
  /** Whatever was asked for: opening, changing. */
  readonly refused: Figure
}

export interface PurposeLooks {
  readonly purpose: Purpose
  readonly reasons: readonly ReasonLooks[]
  readonly total: Total
}

/** How many looks rested on one clause, or on one reason of another kind. A look counts once under each of its reasons. */
export interface ReasonLooks {
  readonly kind: Because['kind'] | 'nothing'
  /** Of a clause. */
  readonly clause: CountedClause | undefined
  readonly looks: Figure
}

export interface CountedClause {
  readonly agreement: Bilingual
  readonly code: string
  readonly hash: string
  readonly number: number
}

/**
 * The last whole months, the latest first. A month that is not over is not told: the difference of two days of it would
 * be the looks of a day. A month that is over never changes, whichever months stand beside it.
 */
export async function monthlyLooks(tx: Tx, months = MONTHS_MAX): Promise<MonthOfLooks[]> {
  const wanted = lastMonths(dayOf(tx.now), months)
  const looks = await countedLooks(tx, wanted.at(-1) ?? '', wanted[0] ?? '')
  const refused = await countedRefusals(tx, wanted.at(-1) ?? '')
  return wanted.map(month => {
    const ofMonth = looks.filter(row => row.month === month)
    const purposes = PURPOSES.map(purpose => purposeOf(purpose, ofMonth))
    const total = totalOfTotals(purposes.map(one => one.total))
    return { month, purposes, total, refused: figureOf(refused.get(month) ?? 0) }
  })
}

function purposeOf(purpose: Purpose, ofMonth: readonly CountedRow[]): PurposeLooks {
  const reasons = ofMonth
    .filter(row => row.purpose === purpose)
    .map(({ kind, clause, looks }) => ({ kind, clause: clause ?? undefined, looks: figureOf(looks) }))
  return { purpose, reasons, total: totalOf(reasons.map(({ looks }) => looks)) }
}

interface CountedRow {
  readonly month: string
  readonly purpose: Purpose
  readonly kind: ReasonLooks['kind']
  readonly clause: CountedClause | null
  readonly looks: number
}

/** Lists and tellings, which nobody asks for one by one, are not counted. */
async function countedLooks(tx: Tx, first: string, last: string): Promise<CountedRow[]> {
  const { rows } = await sql<CountedRow>`
    with reasons as (
      select distinct entry.id, to_char(entry.at at time zone 'Europe/London', 'YYYY-MM') as month, entry.purpose,
             coalesce(one -> 'because' ->> 'kind', 'nothing') as kind, one -> 'because' ->> 'hash' as hash,
             (one -> 'because' ->> 'clause')::integer as number
      from trail_entry as entry
      left join lateral jsonb_array_elements(entry.released) as one on true
      where entry.allowed and entry.action in ('look', 'search', 'export', 'emergency')
        and entry.at >= ${`${first}-01`}::timestamp at time zone 'Europe/London'
        and entry.at < (${`${last}-01`}::date + interval '1 month') at time zone 'Europe/London'
    )
    select reasons.month, reasons.purpose, reasons.kind,
           case when agreement.id is null then null else jsonb_build_object(
             'agreement', agreement.content -> 'title', 'code', agreement.code, 'hash', reasons.hash,
             'number', reasons.number) end as clause,
           count(*) as looks
    from reasons
    left join agreement on agreement.content_hash = reasons.hash
    group by reasons.month, reasons.purpose, reasons.kind, reasons.hash, reasons.number, agreement.id
    order by agreement.code nulls last, reasons.number, reasons.kind`.execute(tx.db)
  return rows
}

async function countedRefusals(tx: Tx, first: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ month: string; refused: number }>`
    select to_char(at at time zone 'Europe/London', 'YYYY-MM') as month, count(*) as refused
    from trail_entry
    where not allowed and at >= ${`${first}-01`}::timestamp at time zone 'Europe/London'
    group by 1`.execute(tx.db)
  return new Map(rows.map(({ month, refused }) => [month, refused]))
}

/** The months before the one that a day is in, the latest first. */
function lastMonths(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 2 - back, 1)).toISOString().slice(0, 7),
  )
}
