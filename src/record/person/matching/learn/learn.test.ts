import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from '../bulk/blocks.ts'
import { ColumnWriter } from '../bulk/columns.ts'
import { PatternNumbers } from '../bulk/patterns.ts'
import { blocksOfRule } from '../bulk/rule-blocks.ts'
import { recordOf } from '../compare/example.ts'
import { fieldsWith } from '../compare/fields.ts'
import { matcherOf } from '../matcher.ts'
import type { ComparisonModel } from '../model.ts'
import { startingModel } from '../model-start.ts'
import type { MatchRecord } from '../record.ts'
import { drawing } from '../test-people.ts'
import { learnChances } from './em.ts'
import { learnValues } from './learn.ts'
import { rarityTables } from './rarity.ts'

const EXTENT = { records: 20_000, pairs: 199_990_000 }
const START = startingModel([], EXTENT)

/** Draws a code for a comparison as often as its levels come out. */
function drawCode({ levels }: ComparisonModel, of: 'match' | 'household' | 'stranger', chance: number): number {
  let left = chance
  for (const [level, chances] of levels.entries()) {
    left -= chances[of]
    if (left < 0) return level + 1
  }
  return levels.length
}

/** Pairs of which it is known how they came about: so many of one person, of one household, of strangers. */
function drawnPairs(truth: readonly ComparisonModel[], counts: Record<'match' | 'household' | 'stranger', number>) {
  const draw = drawing(11)
  const patterns = new PatternNumbers(matcherOf(START))
  for (const kind of ['match', 'household', 'stranger'] as const) {
    for (let pair = 0; pair < counts[kind]; pair++) {
      const codes = truth.map(comparison => (draw.happens(0.2) ? 0 : drawCode(comparison, kind, draw.below(1e6) / 1e6)))
      patterns.count(Uint8Array.from(codes), 1)
    }
  }
  return patterns.done()
}

/** A region that writes worse than the starting tables expect. */
const ROUGH = START.comparisons.map(comparison => {
  const [same, ...others] = comparison.levels
  const share = others.reduce((sum, { match }) => sum + match, 0)
  const lost = (same?.match ?? 0) * 0.1
  return {
    ...comparison,
    levels: comparison.levels.map((level, at) => ({
      ...level,
      match: at === 0 ? level.match - lost : level.match + (lost * level.match) / share,
    })),
  }
})

test('without being told who is who, a region learns how often its people are written down alike', () => {
  const counts = { match: 20_000, household: 30_000, stranger: 150_000 }
  const pairsInAll = 200_000
  const learnt = learnChances(START, START, { patterns: drawnPairs(ROUGH, counts), pairsInAll })
  const near = (count: number, expected: number) => Math.abs(count - expected) < expected * 0.05
  assert.ok(near(learnt.prior.match * pairsInAll, counts.match), `${learnt.prior.match * pairsInAll} matches`)
  assert.ok(near(learnt.prior.household * pairsInAll, counts.household), `${learnt.prior.household * pairsInAll}`)
  for (const [at, { name, levels }] of learnt.comparisons.entries()) {
    for (const [level, { match }] of levels.entries()) {
      const expected = ROUGH[at]?.levels[level]?.match ?? 0
      assert.ok(Math.abs(match - expected) < 0.02, `${name} ${levels[level]?.level}: ${match}, and not ${expected}`)
    }
  }
})

test('learning begins from fixed tables, and ends with the same numbers every time, matches as matches', () => {
  const patterns = drawnPairs(ROUGH, { match: 500, household: 3000, stranger: 30_000 })
  const [once, again] = [0, 1].map(() => learnChances(START, START, { patterns, pairsInAll: EXTENT.pairs }))
  assert.deepEqual(once, again)
  for (const { name, levels } of once?.comparisons ?? []) {
    const [same] = levels
    assert.ok(same !== undefined && same.match > same.stranger * 1.5, `${name} the same speaks for one person`)
  }
})

test('from no pairs at all nothing is learnt: the starting tables stand, and the prior is all but nothing', () => {
  const patterns = new PatternNumbers(matcherOf(START)).done()
  const learnt = learnChances(START, START, { patterns, pairsInAll: EXTENT.pairs })
  for (const [at, { levels }] of learnt.comparisons.entries()) {
    for (const [level, { match }] of levels.entries()) {
      assert.ok(Math.abs(match - (START.comparisons[at]?.levels[level]?.match ?? 0)) < 1e-6)
    }
  }
  assert.ok(learnt.prior.match < 1e-8)
})

/** Records of women of one NHS number and birth date each, who go by two names. */
function byTwoNames(pairs: readonly (readonly [string, string])[], others: readonly string[]): MatchRecord[] {
  let next = 0
  const somebody = (given: string, number: string) =>
    recordOf({
      given,
      surname: 'Nantlais',
      born: `19${40 + (next % 50)}-0${1 + (next % 9)}-1${next % 9}`,
      nhsNumber: number,
    })
  const two = pairs.flatMap(([one, other]) => {
    next++
    const number = validNumber(next)
    return [somebody(one, number), somebody(other, number)]
  })
  return [...two, ...others.map(given => somebody(given, validNumber(++next)))]
}

function validNumber(nth: number): string {
  let found = 0
  for (let nine = 900_000_000; ; nine++) {
    const digits = String(nine)
    const check = (11 - ([...digits].reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11)) % 11
    if (check < 10 && ++found === nth) return `${digits}${check}`
  }
}

function learntFrom(records: readonly MatchRecord[], struck: readonly (readonly [string, string])[] = []) {
  const writer = new ColumnWriter(fieldsWith([]))
  for (const record of records) writer.add(record)
  const columns = writer.done()
  const rules = columns.keys.map(keys => blocksOfRule(keys, 180))
  const numberBlocks = rules[0]?.sizes.length ?? 0
  return learnValues({
    columns,
    blocks: blocksOf(rules, columns.records),
    numberBlocks,
    others: [],
    extent: EXTENT,
    struck,
  })
}

test('two names that people of one number go by are learnt from the third time on, and never when chance would do as much', () => {
  const thrice = [
    ['Bleddyn', 'Zephyr'],
    ['Bleddyn', 'Zephyr'],
    ['Zephyr', 'Bleddyn'],
  ] as const
  const crowd = Array.from({ length: 400 }, (_, at) => ['Susan', 'Nicola', 'Carys', 'Huw'][at % 4] ?? '')
  assert.deepEqual(learntFrom(byTwoNames(thrice, crowd)).variants.learnt, [['bleddyn', 'zephyr']])
  assert.deepEqual(learntFrom(byTwoNames(thrice.slice(1), crowd)).variants.learnt, [])
  const wrongNumbers = Array.from({ length: 40 }, () => ['Susan', 'Nicola'] as const)
  assert.deepEqual(learntFrom(byTwoNames(wrongNumbers, crowd)).variants.learnt, [])
})

test('a pair of names that a reviewer struck out is no variant any more, though it is learnt again', () => {
  const thrice = [
    ['Bleddyn', 'Zephyr'],
    ['Bleddyn', 'Zephyr'],
    ['Zephyr', 'Bleddyn'],
  ] as const
  const model = learntFrom(byTwoNames(thrice, ['Carys']), [['zephyr', 'bleddyn']])
  assert.equal(matcherOf(model).variants.given('bleddyn', 'zephyr'), undefined)
})

test('a name is as rare as records say, and beside a surname it goes with it is less rare', () => {
  const writer = new ColumnWriter(fieldsWith([]))
  const born = (at: number) => `19${30 + (at % 60)}-0${1 + (at % 9)}-0${1 + (at % 8)}`
  for (let at = 0; at < 30; at++) writer.add(recordOf({ given: 'Wei', surname: 'Chan', born: born(at) }))
  for (let at = 0; at < 970; at++)
    writer.add(recordOf({ given: 'Carys', surname: `Evans${'abcdefgh'.charAt(at % 8)}`, born: born(at) }))
  const columns = writer.done()
  const { given } = rarityTables(columns, [])
  assert.ok(given !== undefined)
  assert.equal(given.values.wei, Math.round(-2 * Math.log2(0.03)))
  assert.ok((given.values['wei chan'] ?? 99) < (given.values.wei ?? 0) - 4)
  assert.deepEqual(
    Object.keys(given.values).filter(name => name.includes(' ')),
    ['wei chan'],
  )
})

test('a telephone number of many, and a home of more than a household, say nothing', () => {
  const home = (line: string) => [{ lines: [line], town: 'Tregarreg', postcode: 'GH1 2AB' }]
  const records = Array.from({ length: 80 }, (_, at) =>
    recordOf({
      given: 'Carys',
      surname: 'Evans',
      born: `19${10 + at}-02-03`,
      phones: ['01632 960101'],
      addresses: home(at < 20 ? '1 Heol y Parc' : `${at} Heol Fawr`),
    }),
  )
  const { isCommon } = matcherOf(learntFrom(records))
  assert.ok(isCommon('phone', '632960101') || isCommon('phone', '1632960101'.slice(-9)))
  assert.ok(isCommon('home', 'GH12AB 1') && !isCommon('home', 'GH12AB 20'))
})
