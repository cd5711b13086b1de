import type { Codes } from './codes.ts'
import type { Against, Matcher } from './matcher.ts'

/** How much two records speak for one person. */
export interface Score {
  /** Bits against each alternative: that they are strangers, that they are two people of one household. */
  readonly against: Against
  /** Bits of the odds against both together: log2 of 1 / (1 / odds against strangers + 1 / odds against a household). */
  readonly weight: number
  readonly probability: number
}

/** Scores two records by what they came out as: the prior, and then a weight for every comparison, in their order. */
export function score({ prior, weights }: Matcher, codes: Codes): Score {
  let { stranger, household } = prior
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0
    stranger += weights[at]?.stranger[code] ?? 0
    household += weights[at]?.household[code] ?? 0
  }
  const weight = together(stranger, household)
  return { against: { stranger, household }, weight, probability: probabilityOf(weight) }
}

/** Bits of the odds against either of two alternatives. The nearer one counts most. */
export function together(one: number, other: number): number {
  const least = Math.min(one, other)
  return least - Math.log2(1 + 2 ** (least - Math.max(one, other)))
}

/** The bits of the odds that a chance means. */
export function bitsOf(probability: number): number {
  return Math.log2(probability / (1 - probability))
}

/** The chance that odds of so many bits mean. */
export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits)
}
