import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { openPlan } from '#work/plan/open-plan.ts'
import { askedBy } from './day.ts'
import { announceReview, openReview } from './keep-arrangement.ts'
import { whoMayBeResponsible } from './responsible.ts'
import { REVIEW_WORDS_MAX, type ReviewProblem } from './review.ts'
import { takeTurn } from './take-turn.ts'

/** Why a plan is to be opened again. */
export interface NewReopening {
  readonly reasons: string
  readonly language: Language
}

/**
 * Opens a plan again that a review had closed: it is looked at together within ten working days. The person may, and
 * whoever else may write in the plan. Answers the id of the review that waits. Run it in turn.
 */
export async function reopenPlan(tx: Tx, access: Access, asked: NewReopening): Promise<Outcome<string, ReviewProblem>> {
  const turn = await takeTurn(tx, access)
  if (turn === undefined) return refused('planReview.notShown')
  const { standing } = turn
  if (standing.kind === 'waiting' && standing.next.arrangement.cause === 'reopened') return done(standing.next.id)
  if (standing.kind !== 'closed') return refused('planReview.isNotClosed')
  const reasons = asked.reasons.trim()
  if (reasons === '') return refused('planReview.reasonsMissing')
  if (reasons.length > REVIEW_WORDS_MAX) return refused('planReview.wordsTooLong')
  const { actor } = access
  const [responsible] = await whoMayBeResponsible(tx, access)
  if (responsible === undefined || actor.kind === 'system') return refused('planReview.nobodyToAnswer')
  const { accountId: reopenedBy, name: reopenedByName } = actor
  const { language } = asked
  await tx.db
    .insertInto('planReopening')
    .values({ planReviewId: standing.by.id, reasons, language, reopenedBy, reopenedByName, reopenedAt: tx.now })
    .execute()
  await announceReview(tx, standing.by.id)
  const next = {
    cause: 'reopened',
    dueOn: askedBy(tx.now),
    responsible,
    attending: '',
    words: reasons,
    language,
  } as const
  return done(await openReview(tx, await openPlan(tx, access.keptUnder), next, actor))
}
