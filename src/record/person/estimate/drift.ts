/** How many came out at a level, and what share was expected to. */
export interface LevelSeen {
  readonly level: string
  readonly pairs: number
  readonly expected: number
}

/** How far what came out is from what was expected. */
export interface Drift {
  readonly pairs: number
  /** The population stability index: 0 where all is as expected. */
  readonly index: number
  readonly isDrifting: boolean
  /** The level that is furthest from what was expected, for the sentence. */
  readonly furthest: { readonly level: string; readonly share: number; readonly expected: number }
}

/** An index below this is no change that anybody need look at. Source: N. Siddiqi, Credit Risk Scorecards (2006), ch. 9. */
export const INDEX_MIN = 0.1
/** Fewer pairs than this are too few to tell. */
export const PAIRS_MIN = 50

/**
 * Holds how often each level came out against how often it was expected to. It drifts when the index is so large that it
 * matters, and larger than chance would make it once in a thousand: the index times the pairs follows a chi-square
 * distribution. Source: B. Yurdakul, J. Naranjo, J. Risk Model Validation 14:4 (2020) 89. Undefined of too few pairs.
 */
export function driftOf(levels: readonly LevelSeen[]): Drift | undefined {
  const pairs = levels.reduce((sum, one) => sum + one.pairs, 0)
  if (pairs < PAIRS_MIN || levels.length < 2) return undefined
  const expectedInAll = levels.reduce((sum, { expected }) => sum + expected, 0)
  const shares = levels.map(({ level, pairs: seen, expected }) => ({
    level,
    // Half a pair more at every level: of none at all no logarithm could be taken.
    share: (seen + 0.5) / (pairs + levels.length / 2),
    expected: (expected / expectedInAll) * (pairs / (pairs + levels.length / 2)) + 0.5 / (pairs + levels.length / 2),
  }))
  const terms = shares.map(one => (one.share - one.expected) * Math.log(one.share / one.expected))
  const index = terms.reduce((sum, term) => sum + term, 0)
  const furthest = shares[terms.indexOf(Math.max(...terms))]!
  const isDrifting = index >= INDEX_MIN && index * pairs > chiSquareOnceInThousand(levels.length - 1)
  return { pairs, index, isDrifting, furthest }
}

/** Wilson and Hilferty's approximation, PNAS 17 (1931) 684; right to a hundredth here. */
function chiSquareOnceInThousand(freedom: number): number {
  const z = 3.090232
  return freedom * (1 - 2 / (9 * freedom) + z * Math.sqrt(2 / (9 * freedom))) ** 3
}

/** Whether a share moved: by five in a hundred at least, and by more than chance would once in a thousand. */
export function hasMoved(before: { hits: number; trials: number }, now: { hits: number; trials: number }): boolean {
  if (before.trials < PAIRS_MIN || now.trials < PAIRS_MIN) return false
  const [was, is] = [before.hits / before.trials, now.hits / now.trials]
  const both = (before.hits + now.hits) / (before.trials + now.trials)
  const spread = Math.sqrt(both * (1 - both) * (1 / before.trials + 1 / now.trials))
  return Math.abs(is - was) >= 0.05 && Math.abs(is - was) > 3.29 * spread
}
