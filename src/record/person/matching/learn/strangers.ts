import type { Columns } from '../bulk/columns.ts'
import { comparingFrom } from '../bulk/compare-records.ts'
import { PatternNumbers, type Patterns } from '../bulk/patterns.ts'
import type { Matcher } from '../matcher.ts'
import type { ComparisonModel, LevelChances, Model } from '../model.ts'
import { expect, levelTotals } from './em.ts'

/** Pairs that are drawn to see what strangers do. */
const DRAWN = 400_000
/** Among so many records: what is read of them is kept, and of a million that would be much. */
const DRAWN_FROM = 40_000

/** Pairs of records taken at random, the same ones every time; of few records, all pairs. */
export function drawPairs(
  matcher: Matcher,
  columns: Columns,
  isExcluded?: (one: number, other: number) => boolean,
): Patterns {
  const comparing = comparingFrom(matcher, columns)
  const patterns = new PatternNumbers(matcher)
  const meet = (one: number, other: number) => {
    if (one !== other && isExcluded?.(one, other) !== true) patterns.count(comparing(one)(other), 1)
  }
  const { records } = columns
  if ((records * (records - 1)) / 2 <= DRAWN) {
    for (let one = 0; one < records; one++) for (let other = one + 1; other < records; other++) meet(one, other)
  } else {
    const draw = drawing()
    const among = Array.from({ length: Math.min(records, DRAWN_FROM) }, (_, at) =>
      Math.floor((at * records) / DRAWN_FROM),
    )
    const one = () => (records <= DRAWN_FROM ? draw(records) : (among[draw(among.length)] ?? 0))
    for (let pair = 0; pair < DRAWN; pair++) meet(one(), one())
  }
  return patterns.done()
}

/** Whole numbers below a limit: xorshift from a fixed seed (G. Marsaglia, JSS 8:14, 2003). Not for secrets. */
function drawing(): (below: number) => number {
  let state = 0x2545f491
  return below => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * below)
  }
}

/** How many drawn pairs a starting chance of a person's field counts for, and of another column, of which less is known. */
const STARTING_PAIRS = { person: 100_000, other: 10 }
const CHANCE_MIN = 1e-9

/**
 * How often each level comes out for two strangers: of the drawn pairs, less what the model takes for one person or one
 * household among them. `start` counts for some pairs besides, for levels that hardly ever come out.
 */
export function learnStrangers(model: Model, start: Model, drawn: Patterns): Model {
  const shares = expect(model, { patterns: drawn })
  const strangers = shares.match.map((match, pattern) => Math.max(0, 1 - match - (shares.household[pattern] ?? 0)))
  const others = new Set(model.others.map(({ name }) => name))
  const comparisons = model.comparisons.map((comparison, at) => {
    const totals = levelTotals(comparison, at, drawn, strangers)
    const from = start.comparisons[at]?.levels ?? []
    return withStrangers(comparison, totals, from, STARTING_PAIRS[others.has(comparison.name) ? 'other' : 'person'])
  })
  return { ...model, comparisons }
}

function withStrangers(
  comparison: ComparisonModel,
  totals: Float64Array,
  start: readonly LevelChances[],
  startingPairs: number,
): ComparisonModel {
  const all = totals.reduce((sum, one) => sum + one, 0) + startingPairs
  const levels = comparison.levels.map((level, index) => {
    const pairs = (totals[index] ?? 0) + startingPairs * (start[index]?.stranger ?? 0)
    return { ...level, stranger: Math.max(CHANCE_MIN, pairs / all) }
  })
  return { ...comparison, levels }
}
