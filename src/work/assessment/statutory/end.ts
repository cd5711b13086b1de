import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { decisionsLacked } from '#record/sharing/representative/capacity.ts'
import { ASSESSMENT_CLASS, type AssessmentProblem, TEXT_LENGTH_MAX } from '../record.ts'
import { type Assessment, type AssessmentEnd, ELEMENTS } from './assessment.ts'
import { findOpen } from './find-open.ts'

/** How an assessment is to end. */
export interface NewEnd extends Pick<AssessmentEnd, 'how' | 'agreed' | 'words'> {
  readonly assessmentId: string
}

/**
 * Ends an assessment. It is completed only when the five elements, its co-ordinator, what was considered of capacity and
 * a determination are there. A refusal of the person's ends it too, in words; it does not hold for an adult who was found
 * to lack capacity to decide about health and care (section 20(2) of the Act). There is no other way to close one.
 */
export async function endAssessment(
  tx: Tx,
  access: Access,
  { assessmentId, how, agreed, words }: NewEnd,
): Promise<Outcome<undefined, AssessmentProblem>> {
  const said = words.trim()
  if (said === '') return refused('assessment.whyMissing')
  if (said.length > TEXT_LENGTH_MAX) return refused('assessment.textTooLong')
  const open = await findOpen(tx, access, assessmentId)
  if (!open.ok) return open
  if (how === 'completed') {
    if (!isWhole(open.value)) return refused('assessment.incomplete')
    if (open.value.determinations.length === 0) return refused('assessment.noDetermination')
  } else if ((await decisionsLacked(tx, access.personId)).has('health-and-care')) {
    return refused('assessment.refusalDoesNotHold')
  }
  const { actor } = access
  if (actor.kind !== 'worker') return refused('assessment.notYours')
  await tx.db
    .insertInto('assessmentEnd')
    .values({
      assessmentId,
      how,
      agreed,
      words: said,
      endedBy: actor.accountId,
      endedByName: actor.name,
      endedAt: tx.now,
    })
    .execute()
  access.contribute(open.value.contributorId, ASSESSMENT_CLASS)
  return done(undefined)
}

/** Whether all is written that an assessment must hold before it is completed. */
export function isWhole({ written }: Pick<Assessment, 'written'>): boolean {
  if (written === undefined) return false
  return [...ELEMENTS.map(element => written[element]), written.coOrdinator, written.capacity].every(
    text => text.trim() !== '',
  )
}
