import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Standard } from '../standard/standard.ts'

/** A record of somebody who is near the one that is identified, or of whoever that one is about. */
export interface Member {
  readonly recordId: string
  readonly personId: string
  readonly standard: Standard
  /** In which order records came. */
  readonly arrival: number
  /** Records from whose identity this one is sealed. Read here, and never shown. */
  readonly sealedFrom: readonly string[]
}

/** A person of more records than this is a mistake that somebody must look at: the first are enough to compare with. */
const MEMBERS_READ_MAX = 1000

/** All records of the people that these records are about, the first to arrive first. */
export async function loadPeople(tx: Tx, recordIds: readonly string[]): Promise<Member[]> {
  const { rows } = await sql<Omit<Member, 'sealedFrom'> & { sealedFrom: string[] | null }>`
    with side as materialized (
      select distinct person_id from person_link_now where source_record_id = any(${recordIds}::uuid[])
    )
    select record.id as record_id, side.person_id, standard.content as standard, record.arrival, seal.sealed_from
    from side
    join person_now as now on now.person_id = side.person_id
    join source_record as record on record.home_person_id = now.id
    join record_standard as standard on standard.source_record_id = record.id
    cross join lateral (
      select array_agg(case when apart.record_a = record.id then apart.record_b else apart.record_a end) as sealed_from
      from record_apart_now as apart
      where apart.kind = 'sealed' and (apart.record_a = record.id or apart.record_b = record.id)
    ) as seal
    order by record.arrival
    limit ${MEMBERS_READ_MAX}`.execute(tx.db)
  return rows.map(row => ({ ...row, sealedFrom: row.sealedFrom ?? [] }))
}
