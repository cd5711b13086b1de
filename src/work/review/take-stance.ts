import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { announceReview } from './keep-arrangement.ts'
import { planOf } from './responsible.ts'
import { REVIEW_CLASS, REVIEW_WORDS_MAX, type ReviewProblem } from './review.ts'
import { takeTurn } from './take-turn.ts'

/** What somebody says of what a review of their plan came to. */
export interface NewReviewStance {
  readonly reviewId: string
  readonly agrees: boolean
  readonly words: string
  readonly language: Language
}

/**
 * The person, or whoever lawfully acts for them, agrees or disagrees with what a review came to. Whoever disagrees says
 * why. The last word counts, and every word before it is kept; the same again changes nothing. Run it in turn.
 */
export async function takeReviewStance(
  tx: Tx,
  access: Access,
  asked: NewReviewStance,
): Promise<Outcome<undefined, ReviewProblem>> {
  const turn = speaksFor(access) ? await takeTurn(tx, access) : undefined
  const result = turn?.reviews.find(({ id }) => id === asked.reviewId)?.result
  const { actor } = access
  if (result === undefined || actor.kind !== 'citizen') return refused('planReview.notShown')
  const words = asked.words.trim()
  if (!asked.agrees && words === '') return refused('planReview.disagreeMissing')
  if (words.length > REVIEW_WORDS_MAX) return refused('planReview.wordsTooLong')
  const { agrees, language, reviewId: planReviewId } = asked
  if (result.stance?.agrees === agrees && (result.stance.words ?? '') === words) return done(undefined)
  await tx.db
    .insertInto('planReviewStance')
    .values({
      id: tx.newId(),
      planReviewId,
      agrees,
      words: words || null,
      language,
      takenBy: actor.accountId,
      takenByName: actor.name,
      takenAt: tx.now,
    })
    .execute()
  await announceReview(tx, planReviewId)
  return done(undefined)
}

/** Whether the holder is the person whose plan it is, or lawfully acts for them in it. */
export function speaksFor(access: Access): boolean {
  const contributorId = planOf(access)
  return access.grants.some(
    grant =>
      grant.contributorId === contributorId &&
      grant.dataClass === REVIEW_CLASS &&
      (grant.because.kind === 'own' || grant.because.kind === 'representative'),
  )
}
