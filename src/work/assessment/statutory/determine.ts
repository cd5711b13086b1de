import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { ASSESSMENT_CLASS, type AssessmentProblem, TEXT_LENGTH_MAX } from '../record.ts'
import { CONDITIONS, type Condition } from './assessment.ts'
import { findOpen } from './find-open.ts'

/** Whether one need is eligible: each of the four conditions, met or not, and why. */
export interface NewDetermination {
  readonly assessmentId: string
  readonly need: string
  readonly language: Language
  readonly conditions: Readonly<Record<Condition, { readonly isMet: boolean; readonly why: string }>>
}

/**
 * Determines whether a need is eligible. Each condition has its reason, met or not. Source: sections 32 and 33 of the
 * Act, and the Care and Support (Eligibility) (Wales) Regulations 2015.
 */
export async function determineEligibility(
  tx: Tx,
  access: Access,
  { assessmentId, need, language, conditions }: NewDetermination,
): Promise<Outcome<undefined, AssessmentProblem>> {
  const texts = [need, ...CONDITIONS.map(condition => conditions[condition].why)].map(text => text.trim())
  if (texts.some(text => text === '')) return refused('assessment.whyMissing')
  if (texts.some(text => text.length > TEXT_LENGTH_MAX)) return refused('assessment.textTooLong')
  const open = await findOpen(tx, access, assessmentId)
  if (!open.ok) return open
  const { actor } = access
  if (actor.kind !== 'worker') return refused('assessment.notYours')
  await tx.db
    .insertInto('eligibility')
    .values({
      id: tx.newId(),
      assessmentId,
      need: need.trim(),
      language,
      arises: conditions.arises.isMet,
      arisesWhy: conditions.arises.why.trim(),
      wellBeing: conditions['well-being'].isMet,
      wellBeingWhy: conditions['well-being'].why.trim(),
      notOtherwise: conditions['not-otherwise'].isMet,
      notOtherwiseWhy: conditions['not-otherwise'].why.trim(),
      unlikelyWithout: conditions['unlikely-without'].isMet,
      unlikelyWithoutWhy: conditions['unlikely-without'].why.trim(),
      determinedBy: actor.accountId,
      determinedByName: actor.name,
      determinedAt: tx.now,
    })
    .execute()
  access.contribute(open.value.contributorId, ASSESSMENT_CLASS)
  return done(undefined)
}
