import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { readPlan } from '#work/plan/read-plan.ts'
import { answersFor } from './answers-for.ts'
import { closingProblem, type NewClosure } from './closure.ts'
import { dayProblem } from './day.ts'
import { announceReview, openReview, responsibleFor } from './keep-arrangement.ts'
import { REVIEW_WORDS_MAX, type Review, type ReviewProblem, type ReviewResultKind } from './review.ts'
import { takeTurn } from './take-turn.ts'

/** What a review comes to: exactly one of the three, with what each needs to say. */
export type NewResult = { readonly reviewId: string; readonly reasons: string; readonly language: Language } & (
  | { readonly kind: 'confirm'; readonly nextOn: string | undefined }
  | {
      readonly kind: 'revise'
      readonly nextOn: string | undefined
      readonly changes: string
      /** The items that are to change. */
      readonly items: readonly string[]
    }
  | ({ readonly kind: 'close' } & NewClosure)
)

/**
 * Ends a review that waits. Confirmed or to be revised, the plan has a next review on the day given, with the same worker
 * answering for it. Closed, nothing waits any more, and the closure statement stands at the plan's top. Only the worker who
 * answers for the review, and their team, end it. The same result again changes nothing; another is refused. Run it in turn.
 * Source: SI 2015/1335 regulation 6.
 */
export async function endReview(tx: Tx, access: Access, asked: NewResult): Promise<Outcome<undefined, ReviewProblem>> {
  const turn = await takeTurn(tx, access)
  const review = turn?.reviews.find(({ id }) => id === asked.reviewId)
  if (turn === undefined || review === undefined) return refused('planReview.notShown')
  if (!answersFor(access.actor, review)) return refused('planReview.notYours')
  if (review.result !== undefined)
    return review.result.kind === asked.kind ? done(undefined) : refused('planReview.ended')
  const problem = await problemOf(tx, access, asked)
  if (problem !== undefined) return refused(problem)
  await keepResult(tx, access, asked)
  const others = turn.reviews.filter(({ id, result }) => id !== review.id && result === undefined)
  if (asked.kind !== 'close' && others.length === 0) await arrangeNext(tx, access, review, asked.nextOn!)
  await announceReview(tx, review.id)
  return done(undefined)
}

async function problemOf(tx: Tx, access: Access, asked: NewResult): Promise<ReviewProblem | undefined> {
  if (asked.reasons.trim() === '') return 'planReview.reasonsMissing'
  if (asked.reasons.length > REVIEW_WORDS_MAX) return 'planReview.wordsTooLong'
  if (asked.kind === 'close') return closingProblem(asked, await readPlan(tx, access))
  if (asked.kind === 'revise') {
    if (asked.changes.trim() === '') return 'planReview.changesMissing'
    if (asked.changes.length > REVIEW_WORDS_MAX) return 'planReview.wordsTooLong'
    const items = new Set((await readPlan(tx, access)).map(({ id }) => id))
    if (!asked.items.every(id => items.has(id))) return 'planReview.itemsMissing'
  }
  return dayProblem(asked.nextOn, tx.now)
}

async function keepResult(tx: Tx, access: Access, asked: NewResult): Promise<void> {
  const { actor } = access
  const { reviewId: planReviewId, kind, language } = asked
  const remains = kind === 'close' && asked.needRemains === true
  await tx.db
    .insertInto('planReviewResult')
    .values({
      planReviewId,
      result: kind satisfies ReviewResultKind,
      reasons: asked.reasons.trim(),
      language,
      changes: kind === 'revise' ? asked.changes.trim() : null,
      needRemains: kind === 'close' ? remains : null,
      metHow: remains ? asked.metHow.trim() : null,
      metBy: remains ? asked.metBy.trim() : null,
      endedBy: actor.kind === 'system' ? null : actor.accountId,
      endedByName: actor.name,
      endedAt: tx.now,
    })
    .execute()
  const changes = kind === 'revise' ? [...new Set(asked.items)] : []
  for (const planItemId of changes)
    await tx.db.insertInto('planReviewChange').values({ planReviewId, planItemId }).execute()
  const achieved = kind === 'close' ? asked.achievements : []
  for (const { itemId: planItemId, words, score } of achieved)
    await tx.db
      .insertInto('planReviewAchievement')
      .values({ planReviewId, planItemId, words: words.trim(), score: score ?? null })
      .execute()
}

async function arrangeNext(tx: Tx, access: Access, review: Review, dueOn: string): Promise<void> {
  const { planId } = await tx.db
    .selectFrom('planReview')
    .select('planId')
    .where('id', '=', review.id)
    .executeTakeFirstOrThrow()
  const attending = review.arrangement.attending ?? ''
  const next = {
    cause: 'set-time',
    dueOn,
    responsible: responsibleFor(review),
    attending,
    words: '',
    language: 'cy',
  } as const
  await openReview(tx, planId, next, access.actor)
}
