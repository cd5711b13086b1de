import type { Review } from './review.ts'

/** Where a plan stands with its reviews: none was ever arranged, the next one waits, or a review has closed the plan. */
export type Standing =
  | { readonly kind: 'none' }
  | { readonly kind: 'waiting'; readonly next: Review }
  | { readonly kind: 'closed'; readonly by: Review }

/** What can be done to a plan by its reviews. */
export type ReviewAct = 'arrange' | 'ask' | 'end' | 'reopen'

/** All that can be done where a plan stands; nothing else is ever done. Closing is an end, and the only way to `closed`. */
export const CAN_BE_DONE: Readonly<Record<Standing['kind'], readonly ReviewAct[]>> = {
  none: ['arrange', 'ask'],
  waiting: ['arrange', 'ask', 'end'],
  closed: ['reopen'],
}

/**
 * Where the plan stands, of all its reviews in any order. Of two plans that are read as one because two people are one,
 * that either waits means that the whole does.
 */
export function standingOf(reviews: readonly Review[]): Standing {
  const next = reviews
    .filter(({ result }) => result === undefined)
    .toSorted((one, other) => (one.arrangement.dueOn < other.arrangement.dueOn ? -1 : 1))[0]
  if (next !== undefined) return { kind: 'waiting', next }
  const last = reviews
    .filter(({ result }) => result !== undefined)
    .toSorted((one, other) => endedAt(other) - endedAt(one) || other.number - one.number)[0]
  if (last?.result?.kind === 'close' && last.result.reopened === undefined) return { kind: 'closed', by: last }
  return { kind: 'none' }
}

function endedAt({ result }: Review): number {
  return result?.at.getTime() ?? 0
}
