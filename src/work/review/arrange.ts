import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { openPlan } from '#work/plan/open-plan.ts'
import { dayProblem } from './day.ts'
import { arrangeAnew, type KeptArrangement, openReview } from './keep-arrangement.ts'
import { whoMayBeResponsible } from './responsible.ts'
import { REVIEW_WORDS_MAX, type ReviewProblem } from './review.ts'
import { CAN_BE_DONE } from './standing.ts'
import { takeTurn } from './take-turn.ts'

/** When the plan is to be looked at next, with whom, and why then. */
export interface NewArrangement {
  /** Whether it is arranged because something changed; otherwise its time is set, or moved. */
  readonly isChanged: boolean
  /** ISO 8601 day; undefined when none could be read. */
  readonly dueOn: string | undefined
  readonly responsibleId: string
  readonly attending: string
  readonly words: string
  readonly language: Language
}

/**
 * Arranges the next review of a plan, or moves the one that waits. Answers its id. Whoever answers for it must be a
 * worker who may write in the plan. Moving it, or saying that something changed, needs a word on why. The same again
 * changes nothing. Run it in turn.
 */
export async function arrangeReview(
  tx: Tx,
  access: Access,
  asked: NewArrangement,
): Promise<Outcome<string, ReviewProblem>> {
  const turn = access.actor.kind === 'worker' ? await takeTurn(tx, access) : undefined
  if (turn === undefined) return refused('planReview.notShown')
  const { standing } = turn
  if (!CAN_BE_DONE[standing.kind].includes('arrange')) return refused('planReview.isClosed')
  const wrongDay = dayProblem(asked.dueOn, tx.now)
  if (wrongDay !== undefined || asked.dueOn === undefined) return refused(wrongDay ?? 'planReview.dayMissing')
  const responsible = (await whoMayBeResponsible(tx, access)).find(({ accountId }) => accountId === asked.responsibleId)
  if (responsible === undefined) return refused('planReview.responsibleMissing')
  const words = asked.words.trim()
  const attending = asked.attending.trim()
  if (Math.max(words.length, attending.length) > REVIEW_WORDS_MAX) return refused('planReview.wordsTooLong')
  const cause = asked.isChanged ? 'changed' : standing.kind === 'waiting' ? 'moved' : 'set-time'
  if (cause !== 'set-time' && words === '') return refused('planReview.whyMissing')
  const kept = { cause, dueOn: asked.dueOn, responsible, attending, words, language: asked.language } as const
  if (standing.kind !== 'waiting')
    return done(await openReview(tx, await openPlan(tx, access.keptUnder), kept, access.actor))
  if (!isSame(standing.next.arrangement, kept)) await arrangeAnew(tx, standing.next, kept, access.actor)
  return done(standing.next.id)
}

function isSame(
  {
    dueOn,
    responsibleId,
    attending = '',
    words = '',
  }: { dueOn: string; responsibleId: string; attending: string | undefined; words: string | undefined },
  kept: KeptArrangement,
): boolean {
  const isSameDay = dueOn === kept.dueOn && responsibleId === kept.responsible.accountId
  return isSameDay && attending === kept.attending && words === kept.words
}
