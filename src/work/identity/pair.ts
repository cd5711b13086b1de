import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { ReviewReason } from '#record/person/review/reason.ts'
import type { Pair } from './carry-out.ts'

/** A pair that was asked about, and how it stands. */
export interface WaitingPair extends Pair {
  readonly candidateId: string
  readonly taskId: string
  readonly reason: ReviewReason
  readonly ownerTeamId: string
  readonly isWaiting: boolean
  /** Decided by one person, and not yet said anything about by a second. */
  readonly pendingDecisionId: string | undefined
}

/** A pair by the id of its candidate. */
export async function findPair(tx: Tx, candidateId: string): Promise<WaitingPair | undefined> {
  const [pair] = await readPairs(tx, sql`candidate.id = ${candidateId}::uuid`)
  return pair
}

/** Every pair of a task, the likeliest first. */
export function pairsOf(tx: Tx, taskId: string): Promise<WaitingPair[]> {
  return readPairs(tx, sql`candidate.review_task_id = ${taskId}::uuid`)
}

async function readPairs(tx: Tx, which: ReturnType<typeof sql>): Promise<WaitingPair[]> {
  const { rows } = await sql<WaitingPair & { pendingDecisionId: string | null }>`
    select candidate.id as candidate_id, task.id as task_id, candidate.reason, task.owner_team_id,
           task.source_record_id as record_id, candidate.source_record_id as candidate_record_id, candidate.is_doubt,
           candidate.weight, candidate.probability, candidate.model_version, candidate.explanation,
           exists (select from review_candidate_now as waits where waits.id = candidate.id) as is_waiting,
           (select decision.id from review_decision as decision
            left join review_second as second on second.review_decision_id = decision.id
            where decision.review_candidate_id = candidate.id and decision.needs_second
              and second.review_decision_id is null
            limit 1) as pending_decision_id
    from review_candidate as candidate
    join review_task as task on task.id = candidate.review_task_id
    where ${which}
    order by candidate.probability desc nulls last, candidate.id`.execute(tx.db)
  return rows.map(row => ({ ...row, pendingDecisionId: row.pendingDecisionId ?? undefined }))
}
