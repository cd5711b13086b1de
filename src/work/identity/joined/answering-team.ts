import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/**
 * The team that says whether a record of an organisation is where it belongs. It must have a records officer, or nobody
 * could answer: first the team that answers for what the organisation's systems send, then one of the organisation's own,
 * then one that answers for some other sender, then any. Where nobody is a records officer, a sender's team keeps it.
 */
export async function answeringTeam(tx: Tx, organisationId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select team.id
    from (
      select team.*, exists (
               select from post where post.team_id = team.id and post.role = 'records-officer'
                 and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
             ) as has_officer,
             exists (select from sender where sender.owner_team_id = team.id) as answers,
             exists (select from sender where sender.owner_team_id = team.id
                     and sender.organisation_id = ${organisationId}) as answers_for_it
      from team
    ) as team
    where team.has_officer or team.answers
    order by team.has_officer desc, team.answers_for_it desc, team.organisation_id = ${organisationId} desc,
             team.answers desc, team.code
    limit 1`.execute(tx.db)
  return rows[0]?.id
}
