import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { readReviews } from './read-reviews.ts'
import { mayWriteOf, planOf } from './responsible.ts'
import { REVIEW_CLASS, type Review } from './review.ts'
import { type Standing, standingOf } from './standing.ts'

/** A plan that nobody else does anything to with a review, for as long as the transaction lasts. */
export interface Turn {
  /** Whose words the plan is. */
  readonly contributorId: string
  readonly reviews: readonly Review[]
  readonly standing: Standing
}

/**
 * Takes the turn to do something with the reviews of a plan, and notes that it is added to. Undefined when the holder of
 * the access may not. Run it in turn (`transactionInTurn`).
 */
export async function takeTurn(tx: Tx, access: Access): Promise<Turn | undefined> {
  const contributorId = planOf(access)
  if (contributorId === undefined || !mayWriteOf(access)) return undefined
  await holdAlone(tx, `reviews of ${access.personId}`)
  const reviews = await readReviews(tx, access)
  access.contribute(contributorId, REVIEW_CLASS)
  return { contributorId, reviews, standing: standingOf(reviews) }
}
