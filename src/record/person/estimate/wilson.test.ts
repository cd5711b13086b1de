import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { weighted, wilson } from './wilson.ts'

// Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3.
const PUBLISHED = [
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
] as const

test('the interval is the published one', () => {
  for (const [hits, trials, low, high] of PUBLISHED) {
    const found = wilson(hits, trials)
    assert.equal(found.low.toFixed(4), low.toFixed(4), `${hits} of ${trials}`)
    assert.equal(found.high.toFixed(4), high.toFixed(4), `${hits} of ${trials}`)
  }
})

test('it holds the share, lies between nothing and all, and of nothing tried is everything', () => {
  const counted = fc
    .integer({ min: 1, max: 5000 })
    .chain(trials => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)))
  fc.assert(
    fc.property(counted, ([hits, trials]) => {
      const { share, low, high } = wilson(hits, trials)
      return low >= 0 && low <= share && share <= high && high <= 1
    }),
  )
  assert.deepEqual(wilson(0, 0), { share: 0, low: 0, high: 1 })
})

test('strata that were drawn unequally count for their size, and one stratum is itself', () => {
  const half = { size: 100, drawn: 10, hits: 5 }
  assert.equal(weighted([{ size: 900, drawn: 10, hits: 10 }, half])?.share.toFixed(6), '0.950000')
  const alone = weighted([{ size: 77, drawn: 40, hits: 39 }])
  assert.deepEqual({ ...alone, trials: 40 }, { ...wilson(39, 40), trials: 40 })
  assert.equal(weighted([{ size: 5, drawn: 0, hits: 0 }]), undefined)
})

test('a stratum that was drawn thinly makes the whole less sure than as many drawn alike', () => {
  const uneven = weighted([
    { size: 900, drawn: 5, hits: 5 },
    { size: 100, drawn: 95, hits: 95 },
  ])!
  assert.ok(uneven.low < wilson(100, 100).low)
})
