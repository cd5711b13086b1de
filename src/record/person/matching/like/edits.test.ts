import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { edits, oneEdit } from './edits.ts'

test('letters put in, left out, changed and turned about are counted', () => {
  assert.equal(edits('kitten', 'sitting', 9), 3)
  assert.equal(edits('saturday', 'sunday', 9), 3)
  assert.equal(edits('ca', 'abc', 9), 3, 'each place is edited once')
  assert.equal(edits('dafydd', 'dafyddd', 9), 1)
  assert.equal(edits('martha', 'marhta', 9), 1)
  assert.equal(edits('', 'mair', 9), 4)
  assert.equal(edits('mair', 'nobody', 2), 3, 'no more than the limit and one is counted')
})

const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 })

test('it never matters which text stands first', () => {
  fc.assert(fc.property(word, word, (one, other) => edits(one, other, 9) === edits(other, one, 9)))
})

test('one edit is what a single edit makes, and the quick way says what the table says', () => {
  fc.assert(
    fc.property(word, word, (one, other) => assert.equal(oneEdit(one, other), edits(one, other, 1) < 2)),
    { numRuns: 5000 },
  )
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom('in', 'out', 'changed', 'turned'), (text, place, kind) => {
      const at = text.length === 0 ? 0 : place % text.length
      const [before, letter, next, after] = [
        text.slice(0, at),
        text.charAt(at),
        text.charAt(at + 1),
        text.slice(at + 2),
      ]
      const made = {
        in: `${before}x${letter}${next}${after}`,
        out: `${before}${next}${after}`,
        changed: `${before}x${next}${after}`,
        turned: `${before}${next}${letter}${after}`,
      }
      assert.ok(oneEdit(text, made[kind]), `${text} ${made[kind]}`)
    }),
    { numRuns: 2000 },
  )
})
