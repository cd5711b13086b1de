import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Components } from './components.ts'

test('whatever pairs there are, each is with the smallest that can be reached from it', () => {
  const number = fc.nat({ max: 11 })
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 14 }), pairs => {
      const components = new Components(12)
      for (const [one, other] of pairs) components.join(one, other)
      for (let from = 0; from < 12; from++) assert.equal(components.smallest(from), Math.min(...reached(pairs, from)))
    }),
  )
})

function reached(pairs: readonly (readonly [number, number])[], from: number): Set<number> {
  const found = new Set([from])
  for (const at of found) {
    for (const [one, other] of pairs) {
      if (one === at) found.add(other)
      if (other === at) found.add(one)
    }
  }
  return found
}
