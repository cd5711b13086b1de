import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { personNow } from '#record/person/person-now.ts'
import type { With } from '../relationship/relationship.ts'

/** With whom, as the three columns that hold it. */
export interface NamedColumns {
  readonly accountId: string | null
  readonly teamId: string | null
  readonly organisationId: string | null
}

/** The three columns of whom a wish names, exactly one of them set. */
export function columnsOf(named: With): NamedColumns {
  return {
    accountId: 'accountId' in named ? named.accountId : null,
    teamId: 'teamId' in named ? named.teamId : null,
    organisationId: 'organisationId' in named ? named.organisationId : null,
  }
}

/**
 * Whether somebody has to do with the person now: they have a tie of their own, or one through the team or organisation
 * they work in; a team or an organisation also through whoever works in it.
 */
export async function isTiedNow(tx: Tx, personId: string, named: With): Promise<boolean> {
  const { accountId, teamId, organisationId } = columnsOf(named)
  const { rows } = await sql`
    with tie as (
      select tie.account_id, tie.team_id, tie.organisation_id from relationship_now as tie
      where tie.person_id = ${personNow(personId)} and tie.started_at <= ${tx.now} and (tie.ends_at is null or tie.ends_at > ${tx.now})
    ), held as (
      select post.account_id, post.team_id, post.organisation_id from post
      where post.started_at <= ${tx.now}
        and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
    )
    select from tie
    left join held on held.account_id = tie.account_id or held.team_id = tie.team_id or held.organisation_id = tie.organisation_id
    left join team on team.id = tie.team_id
    where tie.account_id = ${accountId}::uuid or tie.team_id = ${teamId}::uuid or tie.organisation_id = ${organisationId}::uuid
       or held.account_id = ${accountId}::uuid or held.team_id = ${teamId}::uuid or held.organisation_id = ${organisationId}::uuid
       or team.organisation_id = ${organisationId}::uuid
    limit 1`.execute(tx.db)
  return rows.length > 0
}

/** Whether a refusal of one of these classes stands that names the team or organisation somebody belongs to. */
export async function isRefusedMoreWidely(
  tx: Tx,
  personId: string,
  named: With,
  dataClasses: readonly string[],
): Promise<boolean> {
  const { accountId, teamId } = columnsOf(named)
  const { rows } = await sql`
    with above as (
      select post.team_id, post.organisation_id from post
      where post.account_id = ${accountId}::uuid
        and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
      union all
      select null, team.organisation_id from team where team.id = ${teamId}::uuid
    )
    select from wish_now as wish
    join above on above.team_id = wish.team_id or above.organisation_id = wish.organisation_id
    where wish.person_id = ${personNow(personId)} and wish.kind = 'refuse' and wish.data_classes && ${[...dataClasses]}::text[]
    limit 1`.execute(tx.db)
  return rows.length > 0
}
