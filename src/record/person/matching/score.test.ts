import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mair } from './compare/example.ts'
import { type Decided, decideCodes, decideTwo, ready } from './decide.ts'
import { explain } from './explain.ts'
import { matcherOf } from './matcher.ts'
import { startingModel } from './model-start.ts'
import { probabilityOf, score, together } from './score.ts'

const MODEL = {
  ...startingModel([{ name: 'ward', kind: 'exact', rarity: true, household: false }], { records: 1e4, pairs: 5e7 }),
  rarity: {
    given: { rarest: 24, values: { mair: 12 } },
    surname: { rarest: 26, values: { pritchard: 16, jones: 8 } },
    ward: { rarest: 12, values: {} },
  },
}
const MATCHER = matcherOf(MODEL)
const LIVING = { isBaby: false, hasValidNumber: false, died: '' }

/** Any way in which two records can come out. */
const anyCodes = fc
  .tuple(...MATCHER.weights.map(({ stranger }) => fc.nat(stranger.length - 1)))
  .map(codes => Uint8Array.from(codes))

test('the odds against two alternatives are those against both together', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -40, max: 40, noNaN: true }),
      fc.double({ min: -40, max: 40, noNaN: true }),
      (a, b) => {
        assert.ok(Math.abs(2 ** together(a, b) - 1 / (1 / 2 ** a + 1 / 2 ** b)) < 1e-9 * 2 ** Math.min(a, b))
      },
    ),
  )
})

test('the parts of an explanation and the prior sum to the score, against strangers and within a household', () => {
  fc.assert(
    fc.property(anyCodes, codes => {
      const { prior, parts, against, weight, probability } = explain(MATCHER, decided(codes))
      const sum = (of: 'stranger' | 'household') =>
        parts.reduce((bits, part) => bits + part.against[of] + (of === 'stranger' ? part.rarity : 0), prior[of])
      assert.ok(Math.abs(sum('stranger') - against.stranger) < 1e-9)
      assert.ok(Math.abs(sum('household') - against.household) < 1e-9)
      assert.equal(weight, together(against.stranger, against.household))
      assert.equal(probability, probabilityOf(weight))
    }),
    { numRuns: 2000 },
  )
})

function decided(codes: Uint8Array): Decided {
  return decideCodes(MATCHER, codes, LIVING, LIVING)
}

test('a sum that leaves a part out is not the score', () => {
  fc.assert(
    fc.property(anyCodes, codes => {
      const { parts, prior, against } = explain(MATCHER, decided(codes))
      const heavy = parts.findIndex(part => Math.abs(part.against.household) > 0.01)
      if (heavy === -1) return
      const left = parts.toSpliced(heavy, 1)
      const sum = left.reduce((bits, part) => bits + part.against.household, prior.household)
      assert.ok(Math.abs(sum - against.household) > 1e-9)
    }),
  )
})

test('a rare name in common weighs more than a frequent one, against strangers alone', () => {
  const same = (surname: string) =>
    decideTwo(MATCHER, ready(MATCHER, mair({ surname })), ready(MATCHER, mair({ surname })))
  const [rare, frequent] = [same('Pritchard').score.against, same('Jones').score.against]
  assert.equal(rare.stranger - frequent.stranger, 4)
  assert.equal(rare.household, frequent.household)
})

test('an explanation says levels and never what anybody is called', () => {
  const explained = explain(
    MATCHER,
    decideTwo(MATCHER, ready(MATCHER, mair()), ready(MATCHER, mair({ given: 'Mary' }))),
  )
  const text = JSON.stringify(explained).toLowerCase()
  for (const value of ['mair', 'mary', 'pritchard', '1941', 'gh1', 'stryd', 'bont'])
    assert.ok(!text.includes(value), value)
  assert.deepEqual(
    explained.parts.map(({ comparison, level }) => [comparison, level]),
    [
      ['given', 'variant'],
      ['surname', 'same'],
      ['birthDate', 'same'],
      ['address', 'same'],
      ['sex', 'same'],
    ],
  )
})

test('what a record does not say weighs nothing', () => {
  const { against, weight } = score(MATCHER, new Uint8Array(MATCHER.weights.length))
  assert.deepEqual(against, MATCHER.prior)
  assert.equal(weight, together(MATCHER.prior.stranger, MATCHER.prior.household))
})
