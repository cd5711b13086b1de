import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from './actor.ts'
import type { Role } from './role.ts'

/** Everybody who holds a post in a team now, acting in it, by name. */
export function workersOfTeam(tx: Tx, teamId: string): Promise<WorkerActor[]> {
  return workersIn(tx, sql`post.team_id = ${teamId}::uuid`)
}

/** Everybody who holds a post with an organisation now and belongs to no team of it, by name. */
export function workersWithoutTeam(tx: Tx, organisationId: string): Promise<WorkerActor[]> {
  return workersIn(tx, sql`post.organisation_id = ${organisationId}::uuid and post.team_id is null`)
}

/** Everybody who holds a post of one job with an organisation now, in whichever of its teams, by name. */
export function workersInJob(tx: Tx, organisationId: string, role: Role): Promise<WorkerActor[]> {
  return workersIn(tx, sql`post.organisation_id = ${organisationId}::uuid and post.role = ${role}`)
}

/** Somebody acting in each of the posts they hold now; empty for whoever holds none. */
export function workersOfAccount(tx: Tx, accountId: string): Promise<WorkerActor[]> {
  return workersIn(tx, sql`post.account_id = ${accountId}::uuid`)
}

async function workersIn(tx: Tx, where: RawBuilder<unknown>): Promise<WorkerActor[]> {
  const { rows } = await sql<Omit<WorkerActor, 'kind'>>`
    select account.id as account_id, account.name, post.organisation_id, body.code as organisation_code, post.team_id,
           post.role
    from post
    join account on account.id = post.account_id
    join organisation as body on body.id = post.organisation_id
    where ${where} and post.started_at <= ${tx.now}
      and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
    order by account.name, post.id`.execute(tx.db)
  return rows.map(row => ({ kind: 'worker', ...row, teamId: row.teamId ?? undefined }))
}
