import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { type Figure, roundedFigureOf } from '#ground/small-numbers.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { RECORD_FAULTS } from '#record/person/quality/fault.ts'
import type { Measure } from '#record/person/quality/keep-day.ts'
import { targetsOf } from '#record/person/quality/target.ts'
import { type FaultShare, type OrganisationQuality, type Share, type Standing, WEEKS_SHOWN } from './quality.ts'

/** Every organisation that has records, from the figures that are kept each day: the worst first, by what is sound. */
export async function readQuality(tx: Tx, reader: WorkerActor): Promise<OrganisationQuality[]> {
  const weeks = lastWeeks(dayOf(tx.now))
  const rows = await keptRows(tx, reader, weeks)
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(own => qualityOf(own, weeks)).sort(worstFirst)
}

interface KeptRow {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  readonly kind: string
  readonly isOwn: boolean
  /** The Monday of the week. */
  readonly week: string
  readonly measure: Measure
  readonly records: number
  readonly countedAt: Date
}

/** Of each week the last day that was counted; of what came, all its days together. */
async function keptRows(tx: Tx, reader: WorkerActor, weeks: readonly string[]): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow>`
    with kept as (
      select organisation_id, date_trunc('week', day)::date as week, measure, records, counted_at,
             max(day) filter (where measure = 'records') over (partition by organisation_id, date_trunc('week', day)) as last, day
      from source_quality_day
      where day >= ${weeks[0]}::date
    ), told as (
      select organisation_id, week, measure, records, counted_at
      from kept
      where measure not in ('arrived', 'changed') and day = last
      union all
      select organisation_id, week, measure, sum(records)::integer, max(counted_at)
      from kept
      where measure in ('arrived', 'changed')
      group by organisation_id, week, measure
    )
    select told.organisation_id as id, organisation.code, organisation.kind,
           jsonb_build_object('en', organisation.name_en, 'cy', organisation.name_cy) as name,
           body.body_id = own.body_id as is_own, told.week, told.measure, told.records, told.counted_at
    from told
    join organisation on organisation.id = told.organisation_id
    join organisation_body as body on body.organisation_id = told.organisation_id
    join organisation_body as own on own.organisation_id = ${reader.organisationId}
    order by organisation.name_en, organisation.id`.execute(tx.db)
  return rows
}

function qualityOf(rows: readonly KeptRow[], weeks: readonly string[]): OrganisationQuality[] {
  const counts = new Map(rows.map(row => [`${row.week} ${row.measure}`, row.records]))
  const latest = rows.filter(({ measure }) => measure === 'records').sort((a, b) => (a.week < b.week ? 1 : -1))[0]
  if (latest === undefined) return []
  const { id, code, name, kind, isOwn, week, countedAt } = latest
  const figure = isOwn ? figureExactly : roundedFigureOf
  const count = (measure: Measure, of = week) => counts.get(`${of} ${measure}`) ?? 0
  const share = (measure: Measure, of = week) => shareOf(figure(count(measure, of)), figure(count('records', of)))
  const byWeek = (measure: Measure) =>
    weeks.map(of =>
      counts.has(`${of} records`) ? drawnPercent(share(measure, of), figure(count('records', of))) : undefined,
    )
  const targets = targetsOf(kind)
  const faults = RECORD_FAULTS.map((fault): FaultShare => {
    const told = share(fault)
    const target = targets[fault]
    return { fault, ...told, target, standing: standingOf(told, target), byWeek: byWeek(fault) }
  })
  return [
    {
      organisation: { id, code, name },
      isOwn,
      countedAt,
      records: figure(count('records')),
      sound: share('sound'),
      undecided: share('undecided'),
      faults: faults.filter(({ records, target }) => records !== 0 || target !== undefined),
      weeks,
      soundByWeek: byWeek('sound'),
      arrivedByWeek: weeks.map(of => figure(count('arrived', of))),
      changedByWeek: weeks.map(of => figure(count('changed', of))),
    },
  ]
}

/** An officer answers for these records and is shown each of them: there is nobody to hide. */
function figureExactly(count: number): Figure {
  return count
}

function shareOf(records: Figure, all: Figure): Share {
  const percent = records === 'few' || all === 'few' || all === 0 ? undefined : (records / all) * 100
  return { records, percent: percent === undefined ? undefined : Math.min(100, percent) }
}

/** From what is told alone: of few it is known that they are some, and not whether they are more than some target. */
function standingOf({ records, percent }: Share, target: number | undefined): Standing {
  if (target === undefined) return 'not-asked'
  if (percent === undefined) return records === 'few' && target === 0 ? 'missed' : 'untold'
  return percent > target ? 'missed' : 'met'
}

/** What few are is drawn as two of them, always: the drawing tells no more than the word. */
function drawnPercent({ records, percent }: Share, all: Figure): number | undefined {
  return records === 'few' && typeof all === 'number' && all > 0 ? Math.min(100, (2 / all) * 100) : percent
}

/** The Mondays of the last weeks, the latest last. */
function lastWeeks(today: string): string[] {
  const day = new Date(`${today}T00:00:00Z`)
  const monday = day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY_MS
  return Array.from({ length: WEEKS_SHOWN }, (_, place) =>
    new Date(monday - (WEEKS_SHOWN - 1 - place) * 7 * DAY_MS).toISOString().slice(0, 10),
  )
}

const DAY_MS = 24 * 3_600_000

/** Those of which too few are known to say come last, in the order of their names. */
function worstFirst(one: OrganisationQuality, other: OrganisationQuality): number {
  return (one.sound.percent ?? 101) - (other.sound.percent ?? 101)
}
