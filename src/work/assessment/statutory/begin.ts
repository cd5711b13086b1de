import { idFor } from '#ground/chance.ts'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { afterWorkingDays } from '#ground/working-days.ts'
import type { Access } from '#record/sharing/access.ts'
import { assesses, councilFor } from '../council.ts'
import { collect, type Gone } from '../known/collect.ts'
import { whatIsKnown } from '../known/known.ts'
import { ASSESSMENT_CLASS, type AssessmentProblem } from '../record.ts'
import { ASSESSMENT_WORKING_DAYS, type Subject } from './assessment.ts'

/** An assessment that somebody begins. */
export interface NewAssessment {
  readonly subject: Subject
  readonly gone: Gone
  /** Made by the form: the same sent again is the same assessment. */
  readonly key: string
}

/** Begins an assessment by the council of whoever assesses. Answers its id. */
export async function beginAssessment(
  tx: Tx,
  access: Access,
  { subject, gone, key }: NewAssessment,
): Promise<Outcome<string, AssessmentProblem>> {
  const contributorId = await councilFor(tx, access)
  if (contributorId === undefined) return refused('assessment.notYours')
  if (!assesses(access)) return refused('assessment.notYourJob')
  const known = await whatIsKnown(tx, access)
  const { id, isNew } = await openAssessment(tx, access, { subject, contributorId, key })
  if (isNew) await collect(tx, { kind: 'assessment', id }, known, gone, [])
  return done(id)
}

/**
 * Opens an assessment, with the day by which it is to be completed. A contact in which a need appears does, whoever takes
 * it: the duty arises from the appearance of need and from nothing else. Source: section 19 of the Act.
 */
export async function openAssessment(
  tx: Tx,
  access: Access,
  { subject, contributorId, key }: { readonly subject: Subject; readonly contributorId: string; readonly key: string },
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { actor, keptUnder } = access
  if (actor.kind !== 'worker') throw new Error('an assessment is opened by a worker')
  const id = idFor(`assessment ${key} ${actor.accountId} ${keptUnder}`)
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('assessment')
    .values({
      id,
      personId: keptUnder,
      contributorId,
      teamId: actor.teamId ?? null,
      subject,
      begunBy: actor.accountId,
      begunByName: actor.name,
      begunAt: tx.now,
      dueOn: afterWorkingDays(dayOf(tx.now), ASSESSMENT_WORKING_DAYS),
      formKey: `${key} ${actor.accountId} ${keptUnder}`,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  access.contribute(contributorId, ASSESSMENT_CLASS)
  return { id, isNew: numInsertedOrUpdatedRows !== 0n }
}
