import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/**
 * The team that says whose a record is, where no message says who answers for it. It must have a records officer, or
 * nobody could answer: first the team that answers for what the record's organisation sends, then one of the
 * organisation's own, then one that answers for some other sender, then any. Where nobody is a records officer, a
 * sender's team keeps it. Throws in a region that has no such team: nothing may be left waiting with nobody.
 */
export async function getReviewOwner(tx: Tx, recordId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select team.id
    from (
      select team.*, exists (
               select from post where post.team_id = team.id and post.role = 'records-officer'
                 and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
             ) as has_officer,
             exists (select from sender where sender.owner_team_id = team.id) as answers,
             exists (select from sender where sender.owner_team_id = team.id
                     and sender.organisation_id = record.organisation_id) as answers_for_it,
             team.organisation_id = record.organisation_id as is_own
      from source_record as record cross join team
      where record.id = ${recordId}
    ) as team
    where team.has_officer or team.answers
    order by team.has_officer desc, team.answers_for_it desc, team.is_own desc, team.answers desc, team.code
    limit 1`.execute(tx.db)
  const [owner] = rows
  if (owner === undefined) throw new Error('no team of the region answers for whose a record is')
  return owner.id
}
