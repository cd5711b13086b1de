import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { openPlan } from '#work/plan/open-plan.ts'
import { askedBy } from './day.ts'
import { arrangeAnew, openReview, responsibleFor } from './keep-arrangement.ts'
import { whoMayBeResponsible } from './responsible.ts'
import { REVIEW_WORDS_MAX, type ReviewProblem } from './review.ts'
import { CAN_BE_DONE } from './standing.ts'
import { takeTurn } from './take-turn.ts'

/** Why a review is asked for, if whoever asks wants to say. */
export interface NewAsk {
  readonly words: string
  readonly language: Language
}

/**
 * Asks for a review: it is held within ten working days, or on the day that was set if that is sooner. The person may ask
 * at any time and need not say why; so may whoever else may write in the plan. Answers the review's id. Asking again in
 * the same words changes nothing. Refused where nobody works with the person who could answer for it. Run it in turn.
 */
export async function askForReview(tx: Tx, access: Access, asked: NewAsk): Promise<Outcome<string, ReviewProblem>> {
  const turn = await takeTurn(tx, access)
  if (turn === undefined) return refused('planReview.notShown')
  const { standing } = turn
  if (!CAN_BE_DONE[standing.kind].includes('ask')) return refused('planReview.isClosed')
  const words = asked.words.trim()
  if (words.length > REVIEW_WORDS_MAX) return refused('planReview.wordsTooLong')
  const soonest = askedBy(tx.now)
  const ask = { cause: 'asked', words, language: asked.language } as const
  if (standing.kind === 'waiting') {
    const { id, arrangement } = standing.next
    const isRepeated = arrangement.cause === 'asked' && arrangement.by === access.actor.name
    if (isRepeated && (arrangement.words ?? '') === words) return done(id)
    const dueOn = arrangement.dueOn < soonest ? arrangement.dueOn : soonest
    const attending = arrangement.attending ?? ''
    await arrangeAnew(
      tx,
      standing.next,
      { ...ask, dueOn, attending, responsible: responsibleFor(standing.next) },
      access.actor,
    )
    return done(id)
  }
  const [responsible] = await whoMayBeResponsible(tx, access)
  if (responsible === undefined) return refused('planReview.nobodyToAnswer')
  const planId = await openPlan(tx, access.keptUnder)
  return done(await openReview(tx, planId, { ...ask, dueOn: soonest, attending: '', responsible }, access.actor))
}
