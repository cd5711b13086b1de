import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/** A team of privacy officers, as far as giving them a review depends on it. Ids, but for the code. */
export interface Office {
  readonly teamId: string
  readonly code: string
  /** The body the team belongs to. */
  readonly bodyId: string
  /** The accounts that work in it as privacy officers now. */
  readonly officers: readonly string[]
  /** How many reviews it has been given so far. */
  readonly given: number
}

/** Whose work is to be reviewed. Ids. */
export interface Reviewed {
  readonly accountId: string
  /** Every body the worker holds a post with, not only the one they acted for. */
  readonly bodies: readonly string[]
  /** The team that answers for the organisation they acted for: it is told, and reviews nothing of theirs. */
  readonly answeringTeamId: string
}

/**
 * Which office reviews: of those that have an officer, and nothing to do with the worker's employers, the one that has
 * been given the fewest; of several, the first by code. Undefined when there is none. A rotation that nobody can steer
 * and everybody can check: it looks at nothing but what it is given.
 */
export function reviewingOffice(offices: readonly Office[], reviewed: Reviewed): Office | undefined {
  const able = offices.filter(
    ({ teamId, bodyId, officers }) =>
      teamId !== reviewed.answeringTeamId &&
      !reviewed.bodies.includes(bodyId) &&
      officers.some(officer => officer !== reviewed.accountId),
  )
  return able.toSorted((one, other) => one.given - other.given || (one.code < other.code ? -1 : 1))[0]
}

/** Every team of privacy officers that answers for somebody. */
export async function everyOffice(tx: Tx): Promise<Office[]> {
  const { rows } = await sql<Office>`
    select team.id as team_id, team.code, body.body_id,
           coalesce((select jsonb_agg(distinct post.account_id) from post
                     where post.team_id = team.id and post.role = 'privacy-officer' and post.started_at <= ${tx.now}
                       and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})),
                    '[]') as officers,
           (select count(*) from emergency_review_task as task where task.team_id = team.id) as given
    from team
    join organisation_body as body on body.organisation_id = team.organisation_id
    where exists (select from privacy_team as answering where answering.team_id = team.id)`.execute(tx.db)
  return rows
}

/** Who answers for a worker of an organisation, and every body they hold a post with now. */
export async function whoseWorker(tx: Tx, accountId: string, organisationId: string): Promise<Reviewed | undefined> {
  const { rows } = await sql<{ bodies: string[]; answeringTeamId: string | null }>`
    select (select jsonb_agg(distinct body.body_id)
            from organisation_body as body
            where body.organisation_id = ${organisationId} or body.organisation_id in (
              select post.organisation_id from post
              where post.account_id = ${accountId}
                and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now}))
           ) as bodies,
           (select answering.team_id
            from privacy_team as answering
            join organisation as body on body.id = answering.organisation_id
            where body.id = ${organisationId} or body.kind = 'partnership'
            order by body.id <> ${organisationId}, body.code
            limit 1) as answering_team_id`.execute(tx.db)
  const { bodies = [], answeringTeamId = null } = rows[0] ?? {}
  return answeringTeamId === null ? undefined : { accountId, bodies, answeringTeamId }
}
