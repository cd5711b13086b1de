import type { Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import { FAULT_RULES } from './fault.ts'
import { faultsOf } from './faults-of.ts'

/** How many records are looked at in one transaction: some megabytes, and a fraction of a second. */
const CHECKED_AT_ONCE = 2000

/**
 * Looks at every source record that has changed since it was looked at, and keeps what is wrong with it. In one pass
 * over all of them, in the order of their ids and in transactions of their own; what changes behind it is found by the
 * next. Answers how many were looked at.
 */
export async function checkRecords(store: Store): Promise<number> {
  let checked = 0
  for (let after: string | undefined = NOBODY; after !== undefined; ) {
    const from: string = after
    const batch = await transaction(store, tx => checkNext(tx, from))
    checked += batch.checked
    after = batch.last
  }
  return checked
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

interface Batch {
  readonly checked: number
  /** The last one looked at; undefined when there are no more. */
  readonly last: string | undefined
}

async function checkNext(tx: Tx, after: string): Promise<Batch> {
  const { rows } = await sql<{ id: string; organisationId: string; version: number; content: Patient }>`
    select record.id, record.organisation_id, record.version, record.content
    from source_record as record
    left join source_record_check as checked on checked.source_record_id = record.id
    where record.id > ${after} and (checked.version, checked.rules) is distinct from (record.version, ${FAULT_RULES}::integer)
    order by record.id
    limit ${CHECKED_AT_ONCE}`.execute(tx.db)
  const today = dayOf(tx.now)
  const found = rows.map(({ id, organisationId, version, content }) => ({
    id,
    organisation_id: organisationId,
    version,
    faults: faultsOf(content, today),
  }))
  await keep(tx, found)
  return { checked: rows.length, last: rows.length < CHECKED_AT_ONCE ? undefined : rows.at(-1)?.id }
}

async function keep(tx: Tx, found: readonly object[]): Promise<void> {
  await sql`
    insert into source_record_check (source_record_id, organisation_id, version, rules, faults, checked_at)
    select found.id, found.organisation_id, found.version, ${FAULT_RULES}, found.faults, ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      as found (id uuid, organisation_id uuid, version integer, faults text[])
    on conflict (source_record_id) do update
      set version = excluded.version, rules = excluded.rules, faults = excluded.faults, checked_at = excluded.checked_at`.execute(
    tx.db,
  )
}
