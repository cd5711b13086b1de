import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { NamedTeam } from './hand-over.ts'

/** A team that somebody may be handed on to. */
export interface ReceivingTeam extends NamedTeam {
  readonly id: string
}

/** The jobs of those who keep the service going and work with nobody. */
const NOT_WITH_PEOPLE = ['integration-officer', 'records-officer', 'privacy-officer', 'board-member', 'signatory']

/** Every team in which somebody works with people, by organisation and name; those of one's own organisation first. */
export async function receivingTeams(
  tx: Tx,
  { organisationId, teamId }: { readonly organisationId: string; readonly teamId: string | undefined },
): Promise<ReceivingTeam[]> {
  const { rows } = await sql<ReceivingTeam>`
    select team.id, jsonb_build_object('en', team.name_en, 'cy', team.name_cy) as team,
           jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation
    from team
    join organisation as body on body.id = team.organisation_id
    where team.id is distinct from ${teamId ?? null}::uuid
      and exists (
        select from post
        where post.team_id = team.id and post.started_at <= ${tx.now} and post.role <> all(${NOT_WITH_PEOPLE})
          and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now}))
    order by team.organisation_id <> ${organisationId}, body.name_cy, team.name_cy, team.id`.execute(tx.db)
  return rows
}
