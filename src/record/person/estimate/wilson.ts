/** A share of trials, and between which shares the true one lies in nineteen of twenty such counts. From 0 to 1. */
export interface Estimate {
  readonly share: number
  readonly low: number
  readonly high: number
}

/** The normal deviate of a 95 in 100 interval. */
const Z = 1.959964

/**
 * The share with its interval. It keeps its promise for few trials and for shares near 0 or 1, where the textbook's
 * does not. Source: E. B. Wilson, JASA 22 (1927) 209; recommended by Brown, Cai and DasGupta, Statist. Sci. 16 (2001)
 * 101. Of no trials it is everything.
 */
export function wilson(hits: number, trials: number): Estimate {
  return trials <= 0 ? { share: 0, low: 0, high: 1 } : intervalOf(hits / trials, trials)
}

/** One stratum of a sample: of so many things some were drawn, and of those so many were hits. */
export interface Stratum {
  readonly size: number
  readonly drawn: number
  readonly hits: number
}

/**
 * The share over strata that were drawn unequally, each counting for its size. The interval is Wilson's for the number of
 * trials that would be as good if all had been drawn alike. Source: L. Kish, Survey Sampling (1965), section 11.7.
 * Undefined when nothing was drawn; a stratum of which nothing was drawn is left out.
 */
export function weighted(strata: readonly Stratum[]): (Estimate & { readonly trials: number }) | undefined {
  const drawn = strata.filter(one => one.drawn > 0)
  const size = drawn.reduce((sum, one) => sum + one.size, 0)
  if (size === 0) return undefined
  const share = drawn.reduce((sum, one) => sum + (one.size / size) * (one.hits / one.drawn), 0)
  const alike = 1 / drawn.reduce((sum, one) => sum + (one.size / size) ** 2 / one.drawn, 0)
  return { ...intervalOf(share, alike), trials: drawn.reduce((sum, one) => sum + one.drawn, 0) }
}

function intervalOf(share: number, trials: number): Estimate {
  const squared = Z * Z
  const middle = (share + squared / (2 * trials)) / (1 + squared / trials)
  const reach =
    (Z / (1 + squared / trials)) * Math.sqrt((share * (1 - share)) / trials + squared / (4 * trials * trials))
  return {
    share,
    low: share === 0 ? 0 : Math.max(0, middle - reach),
    high: share === 1 ? 1 : Math.min(1, middle + reach),
  }
}
