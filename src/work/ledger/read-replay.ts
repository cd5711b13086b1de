import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'

/** How far a replay of several messages is. */
export interface ReplayProgress {
  readonly id: string
  readonly startedBy: string
  readonly startedAt: Date
  readonly all: number
  readonly applied: number
  /** Those that failed again and wait on, by the reason of now. */
  readonly failed: readonly { readonly reason: string; readonly count: number; readonly messageId: string }[]
  /** Those that somebody had dealt with before their turn came. */
  readonly dealtWith: number
  /** Those whose turn has not come. */
  readonly remaining: number
}

/** A replay that officers of the asking officer's organisation asked for; undefined when it is not theirs. */
export async function readReplay(tx: Tx, officer: WorkerActor, replayId: string): Promise<ReplayProgress | undefined> {
  const { rows } = await sql<Omit<ReplayProgress, 'failed'>>`
    select replay.id, replay.started_by, replay.started_at, count(item.message_id) as all,
           count(*) filter (where outcome.outcome = 'applied' and outcome.replay_id = replay.id) as applied,
           count(*) filter (where outcome.outcome <> 'quarantined' and outcome.replay_id is distinct from replay.id) as dealt_with,
           count(*) filter (where outcome.outcome = 'quarantined' and outcome.replay_id is distinct from replay.id) as remaining
    from message_replay as replay
    left join message_replay_item as item on item.replay_id = replay.id
    left join message_outcome_now as outcome on outcome.message_id = item.message_id
    where replay.id = ${replayId} and replay.organisation_id = ${officer.organisationId}
    group by replay.id`.execute(tx.db)
  const [progress] = rows
  return progress && { ...progress, failed: await failedIn(tx, replayId) }
}

async function failedIn(tx: Tx, replayId: string): Promise<ReplayProgress['failed']> {
  const { rows } = await sql<ReplayProgress['failed'][number]>`
    select outcome.reason, count(*) as count, (array_agg(item.message_id order by item.place))[1] as message_id
    from message_replay_item as item
    join message_outcome_now as outcome on outcome.message_id = item.message_id
    where item.replay_id = ${replayId} and outcome.replay_id = ${replayId} and outcome.outcome = 'quarantined'
    group by outcome.reason
    order by count(*) desc, outcome.reason`.execute(tx.db)
  return rows
}
