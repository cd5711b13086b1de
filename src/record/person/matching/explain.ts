import { fromCode } from './codes.ts'
import type { Decided } from './decide.ts'
import type { GuardName } from './guards/index.ts'
import { type Against, type Matcher, rarityBits } from './matcher.ts'
import { score } from './score.ts'

/**
 * Why two records are held to be of one person, or not: kept with each link, as plain JSON. It says kinds, levels and
 * weights, and never a value. The prior and all parts, added in their order, are what stands in `against`, to the bit
 * but for the order of addition.
 */
export interface Explanation {
  readonly model: string
  readonly prior: Against
  readonly parts: readonly Part[]
  readonly against: Against
  readonly weight: number
  readonly probability: number
  /** What the two would be if they were not one person: the nearer of the two alternatives. */
  readonly otherwise: 'stranger' | 'household'
  readonly guards: readonly GuardName[]
  /** Comparisons without which the answer would be another. */
  readonly restsOn: readonly string[]
}

/** One comparison of which both records say something. */
export interface Part {
  readonly comparison: string
  readonly level: string
  /** Bits for one person, against each alternative, rarity apart. */
  readonly against: Against
  /** Bits that the rarity of the value in common adds, against strangers alone; nought where it does not count. */
  readonly rarity: number
}

/** Explains what was decided. */
export function explain(matcher: Matcher, { codes, score: scored, guards }: Decided): Explanation {
  const { stranger, household } = scored.against
  const parts = matcher.model.comparisons.flatMap((_, at): Part[] => {
    const part = partOf(matcher, at, codes[at] ?? 0)
    return part === undefined ? [] : [part]
  })
  return {
    model: matcher.model.version,
    prior: matcher.prior,
    parts,
    against: scored.against,
    weight: scored.weight,
    probability: scored.probability,
    otherwise: stranger <= household ? 'stranger' : 'household',
    guards,
    restsOn: restsOn(matcher, codes, scored.probability),
  }
}

function partOf({ model, rarity }: Matcher, at: number, code: number): Part | undefined {
  const comparison = model.comparisons[at]
  const read = comparison === undefined ? undefined : fromCode(code, comparison.levels.length)
  const level = read === undefined ? undefined : comparison?.levels[read.level]
  if (comparison === undefined || read === undefined || level === undefined) return undefined
  return {
    comparison: comparison.name,
    level: level.level,
    against: {
      stranger: Math.log2(level.match / level.stranger),
      household: Math.log2(level.match / level.household),
    },
    rarity: rarity[at] === undefined || read.halfBits === undefined ? 0 : rarityBits(read.halfBits, level),
  }
}

/** Every comparison that, had a record not said it, would have left the pair on another side of a threshold. */
function restsOn(matcher: Matcher, codes: Uint8Array, probability: number): string[] {
  const { thresholds, comparisons } = matcher.model
  const side = (chance: number) => (chance >= thresholds.link ? 2 : chance >= thresholds.review ? 1 : 0)
  return comparisons.flatMap(({ name }, at) => {
    if (codes[at] === 0) return []
    const without = codes.slice()
    without[at] = 0
    return side(score(matcher, without).probability) === side(probability) ? [] : [name]
  })
}
