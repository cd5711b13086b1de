import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Standard } from '../standard/standard.ts'

/** A record of somebody who is near the one that is identified, or of whoever that one is about. */
export interface Member {
  readonly recordId: string
  readonly personId: string
  readonly standard: Standard
}

/** A person of more records than this is a mistake that somebody must look at: the first are enough to compare with. */
const MEMBERS_READ_MAX = 1000

/** All records of the people that these records are about, the first to arrive first. */
export async function loadPeople(tx: Tx, recordIds: readonly string[]): Promise<Member[]> {
  const { rows } = await sql<Member>`
    -- Found first and put in order then: in the order of all arrivals every record there is would be read for them.
    with member as materialized (
      select record.id as record_id, now.person_id, standard.content as standard, record.arrival
      from person_now as now
      join source_record as record on record.home_person_id = now.id
      join record_standard as standard on standard.source_record_id = record.id
      where now.person_id = any(array(
        select named.person_id from person_now as named
        where named.id = any(array(select home_person_id from source_record where id = any(${recordIds}::uuid[])))))
    )
    select record_id, person_id, standard from member
    order by arrival
    limit ${MEMBERS_READ_MAX}`.execute(tx.db)
  return rows
}
