import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { workingDaysBetween } from '#ground/working-days.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { announceReview } from './keep-arrangement.ts'
import { SOON_WORKING_DAYS, TOLD_WORKING_DAYS } from './review.ts'

/** How far ahead it is looked, days: no week of holidays makes five working days longer than this. */
export const LOOKED_AHEAD_DAYS = 21

/**
 * Writes down of each review that waits that its day is near (step 1), that it is late (step 2), and later that whoever
 * answers for the organisation must know (step 3), for the day as it is arranged now; open pages are told of each.
 */
export async function escalateReviews(store: Store): Promise<void> {
  await transactionInTurn(store, async tx => {
    await holdAlone(tx, 'escalating reviews of plans')
    const today = dayOf(tx.now)
    for (const { id, version, dueOn, step } of await waiting(tx)) {
      if (step >= stepOn(today, dueOn)) continue
      await tx.db
        .insertInto('planReviewEscalation')
        .values({ planReviewId: id, version, step: step + 1, escalatedAt: tx.now })
        .execute()
      await announceReview(tx, id)
    }
  })
}

/** Which step something has come to that is due on a day, today; both ISO 8601. 0: its day is not near. */
export function stepOn(today: string, dueOn: string): number {
  const late = workingDaysBetween(dueOn, today)
  if (late >= TOLD_WORKING_DAYS) return 3
  if (late > 0) return 2
  return workingDaysBetween(today, dueOn) <= SOON_WORKING_DAYS ? 1 : 0
}

interface Waiting {
  readonly id: string
  readonly version: number
  readonly dueOn: string
  /** The last step taken of the day as it is arranged now; 0 for none. */
  readonly step: number
}

async function waiting(tx: Tx): Promise<Waiting[]> {
  const until = dayOf(new Date(tx.now.getTime() + LOOKED_AHEAD_DAYS * 24 * 60 * 60 * 1000))
  const { rows } = await sql<Waiting>`
    select review.id, last.version, last.due_on,
           (select coalesce(max(taken.step), 0)::int from plan_review_escalation as taken
            where taken.plan_review_id = review.id and taken.version = last.version) as step
    from plan_review as review
    join lateral (
      select version, due_on from plan_review_arrangement as arranged
      where arranged.plan_review_id = review.id order by version desc limit 1
    ) as last on true
    where last.due_on <= ${until}
      and not exists (select from plan_review_result as ended where ended.plan_review_id = review.id)
    order by last.due_on, review.id`.execute(tx.db)
  return rows
}

/** A team of one's organisation, or those who work in none, with reviews so late that it must be told. */
export interface LateReviews {
  readonly team: Bilingual
  readonly count: number
  /** The day on which the one that is latest was due, ISO 8601. */
  readonly since: string
}

/** The teams that whoever answers for an organisation is told of. Counts, and nothing of whose plans they are. */
export async function lateReviews(tx: Tx, { role, organisationId }: WorkerActor): Promise<LateReviews[]> {
  if (role !== 'signatory') return []
  const { rows } = await sql<LateReviews>`
    select jsonb_build_object('en', coalesce(team.name_en, body.name_en), 'cy', coalesce(team.name_cy, body.name_cy)) as team,
           count(*)::int as count, min(last.due_on) as since
    from plan_review as review
    join lateral (
      select version, due_on, organisation_id, team_id from plan_review_arrangement as arranged
      where arranged.plan_review_id = review.id order by version desc limit 1
    ) as last on true
    join plan_review_escalation as told
      on told.plan_review_id = review.id and told.version = last.version and told.step = 3
    join organisation as body on body.id = last.organisation_id
    left join team on team.id = last.team_id
    where ${organisationId} in (body.id, coalesce(body.part_of, body.id))
      and not exists (select from plan_review_result as ended where ended.plan_review_id = review.id)
    group by body.id, team.id
    order by since, body.code, team.code`.execute(tx.db)
  return rows
}
