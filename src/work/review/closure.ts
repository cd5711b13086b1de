import { isInPlan, type PlanItem } from '#work/plan/plan.ts'
import { REVIEW_WORDS_MAX, type ReviewProblem } from './review.ts'

/** What must be said before a plan is closed. */
export interface NewClosure {
  /** Undefined when it was not said: then the plan is not closed. */
  readonly needRemains: boolean | undefined
  readonly metHow: string
  readonly metBy: string
  readonly achievements: readonly NewAchievement[]
}

/** How far one outcome was achieved. */
export interface NewAchievement {
  readonly itemId: string
  readonly words: string
  /** The person's own, 0 to 10; undefined when they gave none. */
  readonly score: number | undefined
}

/**
 * What a closure statement still lacks, given the plan as whoever closes it sees it; undefined when it is whole: for every
 * outcome how far it was achieved and, where need remains, how it will be met and by whom.
 * Source: SI 2015/1335 regulation 6.
 */
export function closingProblem(closure: NewClosure, items: readonly PlanItem[]): ReviewProblem | undefined {
  const { needRemains, metHow, metBy, achievements } = closure
  const outcomes = outcomesOf(items)
  const said = new Map(achievements.map(one => [one.itemId, one.words.trim()]))
  if (outcomes.some(({ id }) => (said.get(id) ?? '') === '')) return 'planReview.achievedMissing'
  if (said.size !== outcomes.length || achievements.length !== outcomes.length) return 'planReview.achievedMissing'
  if (needRemains === undefined) return 'planReview.needMissing'
  if (needRemains && (metHow.trim() === '' || metBy.trim() === '')) return 'planReview.metMissing'
  const longest = Math.max(metHow.length, metBy.length, ...achievements.map(({ words }) => words.length))
  return longest > REVIEW_WORDS_MAX ? 'planReview.wordsTooLong' : undefined
}

/** The outcomes of a plan: its goals, which are the person's own. */
export function outcomesOf(items: readonly PlanItem[]): PlanItem[] {
  return items.filter(item => item.kind === 'goal' && isInPlan(item))
}
