import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/**
 * Those of these records that are about somebody whose address must not become known, by whichever of that person's
 * records says so: the address of all of them is kept back.
 */
export async function sensitiveAmong(tx: Tx, sourceRecordIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (sourceRecordIds.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select asked.source_record_id as id
    from person_link_now as asked
    where asked.source_record_id = any(${sourceRecordIds}::uuid[])
      and exists (
        select from person_link_now as own
        where own.person_id = asked.person_id and is_sensitive_record(own.source_record_id))`.execute(tx.db)
  return new Set(rows.map(({ id }) => id))
}

/** Those of these people whose address must not become known. */
export async function sensitivePeopleAmong(tx: Tx, people: readonly string[]): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select distinct own.person_id as id
    from person_link_now as own
    where own.person_id = any(${people}::uuid[]) and is_sensitive_record(own.source_record_id)`.execute(tx.db)
  return new Set(rows.map(({ id }) => id))
}
