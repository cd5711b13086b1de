import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { driftOf, hasMoved, type LevelSeen } from './drift.ts'

const EXPECTED = { same: 0.9, slip: 0.06, other: 0.04 }

test('what comes out as often as it was expected to does not drift', () => {
  const drift = driftOf(seen({ same: 900, slip: 60, other: 40 }))
  assert.ok(drift !== undefined && drift.index < 0.001 && !drift.isDrifting)
})

test('a sender that has begun to write dates of birth the other way round is found, and the level is named', () => {
  const drift = driftOf(seen({ same: 700, slip: 260, other: 40 }))
  assert.ok(drift?.isDrifting)
  assert.equal(drift.furthest.level, 'slip')
  assert.ok(drift.furthest.share > 0.25 && drift.furthest.expected < 0.07)
})

test('of few pairs, chance does as much: nothing is flagged', () => {
  assert.equal(driftOf(seen({ same: 40, slip: 5, other: 1 })), undefined, 'too few to tell')
  assert.equal(driftOf(seen({ same: 46, slip: 6, other: 3 }))?.isDrifting, false)
})

test('a small change that is sure, because there are very many pairs, is not flagged either', () => {
  const drift = driftOf(seen({ same: 88_000, slip: 7_500, other: 4_500 }))
  assert.equal(drift?.isDrifting, false)
})

test('what was drawn by the model’s own chances is flagged once in many hundred times at most', () => {
  let flagged = 0
  let state = 7
  const draw = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  for (let time = 0; time < 2000; time++) {
    const counts = { same: 0, slip: 0, other: 0 }
    for (let pair = 0; pair < 120; pair++) {
      const at = draw()
      counts[at < 0.9 ? 'same' : at < 0.96 ? 'slip' : 'other']++
    }
    if (driftOf(seen(counts))?.isDrifting) flagged++
  }
  assert.ok(flagged <= 6, `${flagged} of 2,000`)
})

test('the index is never less than nothing, and no level of none spoils it', () => {
  const counts = fc.record({ same: fc.nat(1000), slip: fc.nat(1000), other: fc.nat(1000) })
  fc.assert(
    fc.property(counts, found => {
      const drift = driftOf(seen(found))
      return drift === undefined || (drift.index >= 0 && Number.isFinite(drift.index))
    }),
  )
})

test('a share that moved by a little, or of a few, has not moved', () => {
  assert.equal(hasMoved({ hits: 200, trials: 1000 }, { hits: 300, trials: 1000 }), true)
  assert.equal(hasMoved({ hits: 200, trials: 1000 }, { hits: 230, trials: 1000 }), false)
  assert.equal(hasMoved({ hits: 8, trials: 40 }, { hits: 40, trials: 40 }), false)
})

function seen(counts: Readonly<Record<keyof typeof EXPECTED, number>>): LevelSeen[] {
  return Object.entries(EXPECTED).map(([level, expected]) => ({
    level,
    expected,
    pairs: counts[level as keyof typeof EXPECTED],
  }))
}
