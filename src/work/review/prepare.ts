import { dayOf } from '#ground/day.ts'
import type { PlanItem, Proposal, Stance } from '#work/plan/plan.ts'
import { outcomesOf } from './closure.ts'

/** What is known for a review, put together from the plan as its reader sees it. */
export interface Preparation {
  readonly outcomes: readonly PlanItem[]
  /** What somebody has undertaken to do by a day that has passed. */
  readonly overdue: readonly PlanItem[]
  readonly disagreements: readonly { readonly item: PlanItem; readonly stance: Stance }[]
  /** Other words that wait for their owner's answer. */
  readonly questions: readonly { readonly item: PlanItem; readonly proposal: Proposal }[]
}

/** Puts together what is known for a review. Nothing is asked for again that is in the plan. */
export function prepareReview(items: readonly PlanItem[], now: Date): Preparation {
  const today = dayOf(now)
  return {
    outcomes: outcomesOf(items),
    overdue: items.filter(({ kind, dueOn }) => kind === 'action' && dueOn !== undefined && dueOn < today),
    disagreements: items.flatMap(item =>
      item.stances.filter(({ agrees }) => !agrees).map(stance => ({ item, stance })),
    ),
    questions: items.flatMap(item => item.proposals.map(proposal => ({ item, proposal }))),
  }
}
