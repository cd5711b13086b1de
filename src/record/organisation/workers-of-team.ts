import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from './actor.ts'

/** Everybody who holds a post in a team now, acting in it, by name. */
export async function workersOfTeam(tx: Tx, teamId: string): Promise<WorkerActor[]> {
  const { rows } = await sql<Omit<WorkerActor, 'kind'>>`
    select account.id as account_id, account.name, post.organisation_id, body.code as organisation_code, post.team_id,
           post.role
    from post
    join account on account.id = post.account_id
    join organisation as body on body.id = post.organisation_id
    where post.team_id = ${teamId}::uuid and post.started_at <= ${tx.now}
      and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
    order by account.name, post.id`.execute(tx.db)
  return rows.map(row => ({ kind: 'worker', ...row }))
}
