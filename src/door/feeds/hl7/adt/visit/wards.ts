import { tiesWith } from '#record/sharing/relationship/relationship.ts'

/**
 * Gives the wards somebody is on a tie to them, and no other: it follows from all stays of a sender's record, in
 * whatever order they were told. Somebody lies in one bed, so of their admissions the one that moved last says which,
 * or that there is none; an attendance besides has its place for as long as it lasts.
 */
export const tieWards = tiesWith(
  { kind: 'admission', source: 'adt' },
  `
    select distinct last.team_id
    from (
      select distinct on (case when is_admission then '' else visit end) standing, team_id
      from visit_now
      where source_record_id = $1::uuid and standing in ('in-progress', 'onleave', 'finished')
      order by case when is_admission then '' else visit end, moved_at desc, visit desc
    ) as last
    where last.standing <> 'finished' and last.team_id is not null`,
)
