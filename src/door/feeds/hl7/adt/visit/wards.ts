import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import { keepRelationships, tiesOfRecord } from '#record/sharing/relationship/relationship.ts'

/**
 * Gives the wards somebody is on a tie to them, and no other: it follows from all stays of a sender's record, in
 * whatever order they were told. Somebody lies in one bed, so of their admissions the one that moved last says which,
 * or that there is none; an attendance besides has its place for as long as it lasts.
 */
export async function tieWards(tx: Tx, sourceRecordId: string): Promise<void> {
  const [teamIds, standing] = await together([
    wardsOf(tx, sourceRecordId),
    tiesOfRecord(tx, sourceRecordId, 'admission'),
  ])
  await keepRelationships(tx, sourceRecordId, { kind: 'admission', source: 'adt' }, { standing, teamIds })
}

async function wardsOf(tx: Tx, sourceRecordId: string): Promise<string[]> {
  const { rows } = await sql<{ teamId: string }>`
    select distinct last.team_id
    from (
      select distinct on (case when is_admission then '' else visit end) standing, team_id
      from visit_now
      where source_record_id = ${sourceRecordId} and standing in ('in-progress', 'onleave', 'finished')
      order by case when is_admission then '' else visit end, moved_at desc, visit desc
    ) as last
    where last.standing <> 'finished' and last.team_id is not null`.execute(tx.db)
  return rows.map(({ teamId }) => teamId)
}
