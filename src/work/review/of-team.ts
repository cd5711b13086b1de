import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { answersFor } from './answers-for.ts'
import type { Review } from './review.ts'

/** For how long what a review came to is waited for the person's word on, days. */
const ANSWER_WAITED_DAYS = 60
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The people whose plans a worker's team, or the worker alone, looks back at: a review waits, or has ended lately and the
 * person has not said whether they agree.
 */
export async function peopleReviewed(tx: Tx, { accountId, teamId, organisationId }: WorkerActor): Promise<string[]> {
  const since = new Date(tx.now.getTime() - ANSWER_WAITED_DAYS * DAY_MS)
  const { rows } = await sql<{ personId: string }>`
    select distinct plan.person_id
    from plan_review as review
    join plan_now as plan on plan.id = review.plan_id
    join lateral (
      select organisation_id, team_id, responsible_id from plan_review_arrangement as arranged
      where arranged.plan_review_id = review.id order by version desc limit 1
    ) as last on true
    left join plan_review_result as ended on ended.plan_review_id = review.id
    where last.organisation_id = ${organisationId}
      and (last.responsible_id = ${accountId} or last.team_id = ${teamId ?? null}::uuid)
      and (ended.plan_review_id is null or (ended.ended_at > ${since} and not exists (
        select from plan_review_stance as stance where stance.plan_review_id = review.id)))
    order by plan.person_id`.execute(tx.db)
  return rows.map(({ personId }) => personId)
}

/** What a team has to do with a review: it is late, its day is near or further off, or the person's word is waited for. */
export type Waits = 'late' | 'due' | 'person'

/** What waits of a review for a worker whose team answers for it; undefined when nothing does, or another team answers. */
export function waitsFor(actor: WorkerActor, review: Review, now: Date): Waits | undefined {
  if (!answersFor(actor, review)) return undefined
  const { result, clock } = review
  if (result === undefined) return clock.kind === 'late' ? 'late' : 'due'
  const isLately = result.at.getTime() > now.getTime() - ANSWER_WAITED_DAYS * DAY_MS
  return isLately && result.stance === undefined ? 'person' : undefined
}
