import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { ReviewOutcome } from './emergency.ts'
import { REASON_LENGTH_MAX } from './reason.ts'

/** The longest a review may be, characters. */
export const REVIEW_LENGTH_MAX = REASON_LENGTH_MAX

/** What an officer found. */
export interface NewReview {
  readonly emergencyId: string
  readonly outcome: ReviewOutcome
  readonly words: string
  readonly language: Language
}

export type ReviewProblem =
  | 'record.notShown'
  | 'emergency.reviewNotYours'
  | 'emergency.reviewWordsMissing'
  | 'emergency.reviewWordsTooLong'
  | 'emergency.alreadyReviewed'

/**
 * Another body's officer says what they found, once and for good. Refused to whoever is not an officer of the team that
 * was given the task, to anybody of a body the worker has to do with, and to the worker themselves, even if they have
 * joined that team since.
 */
export async function reviewEmergency(
  tx: Tx,
  officer: WorkerActor,
  found: NewReview,
): Promise<Outcome<undefined, ReviewProblem>> {
  const words = found.words.trim()
  const may = await mayReview(tx, officer, found.emergencyId)
  if (!may.ok) return may
  if (words === '') return refused('emergency.reviewWordsMissing')
  if (words.length > REVIEW_LENGTH_MAX) return refused('emergency.reviewWordsTooLong')
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('emergencyReview')
    .values({
      emergencyAccessId: found.emergencyId,
      outcome: found.outcome,
      words,
      language: found.language,
      reviewedBy: officer.accountId,
      reviewedByName: officer.name,
      organisationId: officer.organisationId,
      reviewedAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 0n ? refused('emergency.alreadyReviewed') : done(undefined)
}

/** Whether an officer may say what they found of an emergency. */
export async function mayReview(
  tx: Tx,
  officer: WorkerActor,
  emergencyId: string,
): Promise<Outcome<undefined, 'record.notShown' | 'emergency.reviewNotYours'>> {
  const { rows } = await sql<{ isGiven: boolean; isInvolved: boolean }>`
    select task.team_id is not distinct from ${officer.teamId ?? null}::uuid as is_given,
           emergency.account_id = ${officer.accountId} or exists (
             select from organisation_body as theirs
             join organisation_body as officers on officers.body_id = theirs.body_id
             where officers.organisation_id = ${officer.organisationId}
               and (theirs.organisation_id = emergency.organisation_id or theirs.organisation_id in (
                 select post.organisation_id from post where post.account_id = emergency.account_id
                   and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})))
           ) as is_involved
    from emergency_access as emergency
    join emergency_review_task as task on task.emergency_access_id = emergency.id
    where emergency.id = ${emergencyId}`.execute(tx.db)
  const [task] = rows
  if (task === undefined || officer.role !== 'privacy-officer') return refused('record.notShown')
  return task.isGiven && !task.isInvolved ? done(undefined) : refused('emergency.reviewNotYours')
}
