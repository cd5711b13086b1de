import { dayOf } from '#ground/day.ts'
import { isInPlan, type PlanItem, type Proposal, type Stance } from '#work/plan/plan.ts'
import { outcomesOf } from './closure.ts'

/** What is known for a review, put together from the plan as its reader sees it. */
export interface Preparation {
  readonly outcomes: readonly PlanItem[]
  /** What somebody has undertaken to do and is stuck with, or should have done by a day that has passed. */
  readonly stuck: readonly PlanItem[]
  readonly finished: readonly PlanItem[]
  readonly disagreements: readonly { readonly item: PlanItem; readonly stance: Stance }[]
  /** Other words that wait for their owner's answer. */
  readonly questions: readonly { readonly item: PlanItem; readonly proposal: Proposal }[]
}

/** Puts together what is known for a review. Nothing is asked for again that is in the plan. */
export function prepareReview(items: readonly PlanItem[], now: Date): Preparation {
  const today = dayOf(now)
  const inPlan = items.filter(isInPlan)
  const actions = inPlan.filter(({ kind }) => kind === 'action')
  return {
    outcomes: outcomesOf(items),
    stuck: actions.filter(action => isStuck(action, today)),
    finished: actions.filter(({ state }) => state?.state === 'done'),
    disagreements: inPlan.flatMap(item =>
      item.stances.filter(({ agrees }) => !agrees).map(stance => ({ item, stance })),
    ),
    questions: inPlan.flatMap(item => item.proposals.map(proposal => ({ item, proposal }))),
  }
}

function isStuck({ state, dueOn }: PlanItem, today: string): boolean {
  if (state?.state === 'done') return false
  const saidSo = state?.state === 'stuck' || state?.state === 'will-not-be-done'
  return saidSo || (dueOn !== undefined && dueOn < today)
}
