import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'

/**
 * Those of the candidates that `linkRecords` would refuse to join to a record: for leaving them out before anything is
 * weighed, suggested or counted. It does not tell why, and must not be shown.
 */
export async function barredFrom(
  tx: Tx,
  sourceRecordId: string,
  candidateIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with asked as materialized (
      select candidate.id, link.person_id
      from unnest(${candidateIds}::uuid[]) as candidate (id)
      join person_link_now as link on link.source_record_id = candidate.id
    ), own as materialized (
      select mine.source_record_id as id, mine.person_id
      from person_link_now as link
      join person_link_now as mine on mine.person_id = link.person_id
      where link.source_record_id = ${sourceRecordId}
    ), theirs as materialized (
      select member.source_record_id as id, member.person_id
      from (select distinct person_id from asked where person_id not in (select person_id from own)) as other
      join person_link_now as member on member.person_id = other.person_id
    ), number as materialized (
      select own.person_id, number.nhs_number
      from own join record_verified_number as number on number.source_record_id = own.id
      union
      select theirs.person_id, number.nhs_number
      from theirs join record_verified_number as number on number.source_record_id = theirs.id
    ), barred as (
      select theirs.person_id
      from theirs
      where exists (select from own join record_apart_now as apart
                    on apart.record_a = least(own.id, theirs.id) and apart.record_b = greatest(own.id, theirs.id))
      union
      select other.person_id
      from (select distinct person_id from theirs) as other
      where (select count(distinct nhs_number) > 1 from number
             where number.person_id = other.person_id or number.person_id in (select person_id from own))
    )
    select asked.id from asked join barred on barred.person_id = asked.person_id`.execute(tx.db)
  return new Set(rows.map(({ id }) => id))
}
