import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'

/**
 * Every record that may not be one person with this one, because somebody told apart or sealed any record of the one
 * person from any of the other. They are left out before anything is compared; it does not tell why, and must not be
 * shown. A record that has just come is barred from nobody, and need not be asked about.
 */
export async function barredRecords(tx: Tx, recordId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with own as materialized (
      select mine.source_record_id as id
      from person_link_now as link
      join person_link_now as mine on mine.person_id = link.person_id
      where link.source_record_id = ${recordId}
    ), apart as materialized (
      select apart.record_b as id from own join record_apart_now as apart on apart.record_a = own.id
      union
      select apart.record_a from own join record_apart_now as apart on apart.record_b = own.id
    )
    select distinct theirs.source_record_id as id
    from apart
    join person_link_now as link on link.source_record_id = apart.id
    join person_link_now as theirs on theirs.person_id = link.person_id`.execute(tx.db)
  return rows.map(({ id }) => id)
}
