import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/** How many records wait with an organisation's teams for somebody to say whose they are. No person is in it. */
export interface ReviewsWaiting {
  readonly records: number
  readonly late: number
  /** When the one that has waited longest was asked about. */
  readonly oldest: Date | undefined
  /** Tasks that were settled in the last seven days, by anybody or anything. */
  readonly decidedInWeek: number
}

/**
 * What waits with the teams of one organisation, for those who work there. What waits elsewhere is told to nobody: that
 * one more waits may tell somebody who knows of an admission that its person is not who they seem.
 */
export async function readReviewsWaiting(tx: Tx, organisationId: string): Promise<ReviewsWaiting> {
  const { rows } = await sql<Omit<ReviewsWaiting, 'oldest'> & { oldest: Date | null }>`
    select count(distinct task.id) as records, count(distinct task.id) filter (where task.due_at < ${tx.now}) as late,
           min(task.raised_at) as oldest,
           (select count(distinct candidate.review_task_id)
            from review_decision as decision
            join review_candidate as candidate on candidate.id = decision.review_candidate_id
            join review_task as task on task.id = candidate.review_task_id
            join team on team.id = task.owner_team_id and team.organisation_id = ${organisationId}
            where decision.decided_at > ${tx.now}::timestamptz - interval '7 days') as decided_in_week
    from review_candidate_now as waiting
    join review_task as task on task.id = waiting.review_task_id
    join team on team.id = task.owner_team_id and team.organisation_id = ${organisationId}`.execute(tx.db)
  const [{ oldest, ...counts } = { records: 0, late: 0, oldest: null, decidedInWeek: 0 }] = rows
  return { ...counts, oldest: oldest ?? undefined }
}
