import { codesOf, type Patterns, patternCount } from '../bulk/patterns.ts'
import { fromCode } from '../codes.ts'
import { fieldsWith } from '../compare/fields.ts'
import { matcherOf } from '../matcher.ts'
import type { ComparisonModel, LevelChances, Model } from '../model.ts'
import { score } from '../score.ts'

/** Rounds of learning: after some twenty nothing moves any more that a decision rests on. */
const ROUNDS = 25
/**
 * How many pairs the starting table counts for, so that a level that hardly occurs is not learnt from three pairs. What a
 * household is differs little from region to region, and a file without any must not learn that its worst written
 * records are of households.
 */
const STARTING_PAIRS = { match: 30, household: 2000 }
/** No chance is nought: what never occurred among these records may occur in the next. */
const CHANCE_MIN = 1e-7

/** The pairs that were compared, of `pairsInAll` that could be: those that no block holds count as strangers. */
export interface Compared {
  readonly patterns: Patterns
  readonly pairsInAll: number
}

/**
 * Learns without labels how often each level comes out for one person and for one household, and how many such pairs
 * there are: expectation and maximisation in turn over the patterns of all candidate pairs. What strangers do stays as
 * it is. It begins from a fixed table, and so ends with matches as matches, and with the same numbers every time.
 * Source: A. Dempster, N. Laird, D. Rubin, JRSS B 39 (1977) 1; W. Winkler, ASA proceedings (1988) 667.
 */
export function learnChances(model: Model, start: Model, compared: Compared): Model {
  let learnt = model
  for (let round = 0; round < ROUNDS; round++) learnt = maximise(learnt, start, compared, expect(learnt, compared))
  return learnt
}

/** Of each pattern: the share of its pairs that are of one person, and of one household. */
export interface Shares {
  readonly match: Float64Array
  readonly household: Float64Array
}

/** What a model holds of each pattern. */
export function expect(model: Model, { patterns }: Pick<Compared, 'patterns'>): Shares {
  const matcher = matcherOf(model)
  const count = patternCount(patterns)
  const shares = { match: new Float64Array(count), household: new Float64Array(count) }
  for (let pattern = 0; pattern < count; pattern++) {
    const { against } = score(matcher, codesOf(patterns, pattern))
    // Odds of a match against either, and so of either against a match: the three shares sum to one.
    const [strangers, household] = [2 ** -against.stranger, 2 ** -against.household]
    const match = Number.isFinite(strangers + household) ? 1 / (1 + strangers + household) : 0
    shares.match[pattern] = match
    shares.household[pattern] = match === 0 ? 0 : match * household
  }
  return shares
}

function maximise(model: Model, start: Model, { patterns, pairsInAll }: Compared, shares: Shares): Model {
  const known = fieldsWith(model.others).flatMap(({ comparisons }) => comparisons)
  const oneThing = new Map(known.map(comparison => [comparison.name, comparison.oneThing]))
  const comparisons = model.comparisons.map((comparison, at) => {
    const match = levelTotals(comparison, at, patterns, shares.match)
    const household = levelTotals(comparison, at, patterns, shares.household)
    const from = start.comparisons[at]?.levels ?? []
    const [matches, households] = [sum(match), sum(household)]
    const levels = comparison.levels.map((level, index) => ({
      ...level,
      match: blended(match[index] ?? 0, matches, from[index]?.match ?? 0, STARTING_PAIRS.match),
      household: blended(household[index] ?? 0, households, from[index]?.household ?? 0, STARTING_PAIRS.household),
    }))
    return { ...comparison, levels: withSlipsAlike(levels, oneThing.get(comparison.name) ?? []) }
  })
  const prior = {
    match: (totalOf(patterns, shares.match) + 0.1) / (pairsInAll + 2),
    household: (totalOf(patterns, shares.household) + 0.1) / (pairsInAll + 2),
  }
  return { ...model, comparisons, prior }
}

/** A household shares a thing, and then writes it otherwise as often as one person does. */
function withSlipsAlike(levels: readonly LevelChances[], oneThing: readonly string[]): LevelChances[] {
  const shared = levels.filter(({ level }) => oneThing.includes(level))
  const [match, household] = [
    shared.reduce((total, level) => total + level.match, 0),
    shared.reduce((total, level) => total + level.household, 0),
  ]
  return levels.map(level =>
    oneThing.includes(level.level) ? { ...level, household: (household * level.match) / match } : level,
  )
}

/** How many pairs, by their shares, came out at each level. */
export function levelTotals({ levels }: ComparisonModel, at: number, patterns: Patterns, shares: Float64Array) {
  const totals = new Float64Array(levels.length)
  for (let pattern = 0; pattern < shares.length; pattern++) {
    const level = fromCode(patterns.codes[pattern * patterns.width + at] ?? 0, levels.length)?.level
    if (level === undefined) continue
    totals[level] = (totals[level] ?? 0) + (patterns.counts[pattern] ?? 0) * (shares[pattern] ?? 0)
  }
  return totals
}

function blended(pairs: number, pairsInAll: number, starting: number, startingPairs: number): number {
  return Math.max(CHANCE_MIN, (pairs + startingPairs * starting) / (pairsInAll + startingPairs))
}

function totalOf({ counts }: Patterns, shares: Float64Array): number {
  return shares.reduce((total, share, pattern) => total + share * (counts[pattern] ?? 0), 0)
}

function sum(totals: Float64Array): number {
  return totals.reduce((total, one) => total + one, 0)
}
