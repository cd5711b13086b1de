import { type Comparer, compareHere, comparerOn } from './comparer.ts'
import { type BeginLaying, layHere, layingOn } from './laying.ts'

/** Who does the heavy work: the thread that asks, or several. What comes of it is the same, to the bit. */
export interface Hands {
  readonly begin: BeginLaying
  readonly comparer: Comparer
}

/** All of it on the thread that asks. */
export const OWN_HANDS: Hands = { begin: layHere, comparer: compareHere }

/** On so many threads, where there is enough to do for them. */
export function handsOn(threads: number): Hands {
  return { begin: layingOn(threads), comparer: comparerOn(threads) }
}

/** On so many threads, however little there is to do. */
export function handsAlwaysOn(threads: number): Hands {
  return { begin: layingOn(threads, 0), comparer: comparerOn(threads, 0) }
}
