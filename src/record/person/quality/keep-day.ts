import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { checkRecords } from './check.ts'
import type { RecordFault } from './fault.ts'
import { targetsOf } from './target.ts'

/**
 * What is counted of an organisation's records each day: all of them, those sound (without any fault that has a target),
 * those with each fault, those that wait for somebody to say whose they are, those that nothing joins to another, and of a day that is over those that came
 * and those that came anew.
 */
export type Measure = 'records' | 'sound' | 'undecided' | 'unlinked' | 'arrived' | 'changed' | RecordFault

/** How far back arrivals are counted when nothing was kept yet, days. */
const DAYS_BACK_MAX = 84

/**
 * Looks at what has changed and keeps today's figures of every organisation that has records, once a day. Answers whether
 * it kept any.
 */
export async function keepQualityOfDay(store: Store): Promise<boolean> {
  if (await isKept(store)) return false
  await checkRecords(store)
  return transactionInTurn(store, async tx => {
    await holdAlone(tx, 'the quality of a day')
    const last = await lastKept(tx)
    if (last === dayOf(tx.now)) return false
    await write(tx, [...(await counted(tx)), ...(await undecided(tx)), ...(await unlinked(tx))])
    await keepArrivals(tx, last)
    return true
  })
}

async function isKept(store: Store): Promise<boolean> {
  return transactionInTurn(store, async tx => (await lastKept(tx)) === dayOf(tx.now))
}

async function lastKept(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    select max(day) as day from source_quality_day where measure = 'records'`.execute(tx.db)
  return rows[0]?.day ?? undefined
}

interface Counted {
  readonly organisationId: string
  readonly measure: Measure
  readonly records: number
}

/** By the faults that occur together, of which there are few, so that soundness needs no second reading. */
async function counted(tx: Tx): Promise<Counted[]> {
  const { rows } = await sql<{ organisationId: string; kind: string; faults: RecordFault[]; records: number }>`
    with shared as (
      select organisation_id, nhs_number from source_record
      where nhs_number is not null
      group by organisation_id, nhs_number
      having count(*) > 1
    ), found as (
      select checked.organisation_id,
             case when shared.nhs_number is null then checked.faults else checked.faults || 'number-shared'::text end as faults
      from source_record_check as checked
      join source_record as record on record.id = checked.source_record_id
      left join shared on shared.organisation_id = record.organisation_id and shared.nhs_number = record.nhs_number
    )
    select found.organisation_id, organisation.kind, found.faults, count(*) as records
    from found
    join organisation on organisation.id = found.organisation_id
    group by found.organisation_id, organisation.kind, found.faults`.execute(tx.db)
  const sums = new Map<string, Counted>()
  const add = (organisationId: string, measure: Measure, records: number) => {
    const key = `${organisationId} ${measure}`
    sums.set(key, { organisationId, measure, records: records + (sums.get(key)?.records ?? 0) })
  }
  for (const { organisationId, kind, faults, records } of rows) {
    const targets = targetsOf(kind)
    add(organisationId, 'records', records)
    add(organisationId, 'sound', faults.every(fault => targets[fault] === undefined) ? records : 0)
    for (const fault of faults) add(organisationId, fault, records)
  }
  return [...sums.values()]
}

async function undecided(tx: Tx): Promise<Counted[]> {
  const { rows } = await sql<{ organisationId: string; records: number }>`
    select record.organisation_id, count(distinct record.id) as records
    from review_candidate_now as waiting
    join source_record as record on record.id = waiting.record_id
    group by record.organisation_id`.execute(tx.db)
  return rows.map(row => ({ ...row, measure: 'undecided' }))
}

async function unlinked(tx: Tx): Promise<Counted[]> {
  const { rows } = await sql<{ organisationId: string; records: number }>`
    with alone as (
      select now.person_id
      from source_record as record
      join person_now as now on now.id = record.home_person_id
      group by now.person_id
      having count(*) = 1
    )
    select record.organisation_id, count(*) as records
    from source_record as record
    join person_now as now on now.id = record.home_person_id
    join alone on alone.person_id = now.person_id
    group by record.organisation_id`.execute(tx.db)
  return rows.map(row => ({ ...row, measure: 'unlinked' }))
}

async function write(tx: Tx, rows: readonly Counted[]): Promise<void> {
  const kept = rows.map(({ organisationId, measure, records }) => ({
    organisation_id: organisationId,
    measure,
    records,
  }))
  await sql`
    insert into source_quality_day (organisation_id, day, measure, records, counted_at)
    select row.organisation_id, ${dayOf(tx.now)}::date, row.measure, row.records, ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      as row (organisation_id uuid, measure text, records integer)`.execute(tx.db)
}

/** Of every day that is over and was not counted yet: on the day it is counted, more may still come. */
async function keepArrivals(tx: Tx, last: string | undefined): Promise<void> {
  const today = dayOf(tx.now)
  const from = last === undefined ? sql`(${today}::date - ${DAYS_BACK_MAX}::integer)` : sql`${last}`
  await sql`
    insert into source_quality_day (organisation_id, day, measure, records, counted_at)
    select record.organisation_id, (version.recorded_at at time zone 'Europe/London')::date,
           case version.version when 1 then 'arrived' else 'changed' end, count(*), ${tx.now}
    from source_record_version as version
    join source_record as record on record.id = version.source_record_id
    where version.recorded_at >= ${from}::timestamp at time zone 'Europe/London'
      and version.recorded_at < ${today}::timestamp at time zone 'Europe/London'
    group by 1, 2, 3
    on conflict do nothing`.execute(tx.db)
}
