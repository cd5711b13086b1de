import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { patternOf } from './pattern.ts'

test('a pattern fits a whole code or not at all', () => {
  const twoLetters = patternOf('[A-Z]{2}')
  assert.ok(twoLetters?.('GB'))
  assert.ok(!twoLetters?.('GBR') && !twoLetters?.('gb') && !twoLetters?.(''))
  assert.ok(patternOf('^ŵy+n?$')?.('ŵyy'))
})

test('what looks ahead, back or at an earlier group is not served, and neither is what cannot be read', () => {
  for (const source of [
    '(?=a)a',
    '(?<!a)b',
    '(a)\\1',
    'a\\b',
    '(a',
    'a)',
    '[a',
    'a**',
    '{2}',
    'a{3,2}',
    '\\',
    'a^b',
    '[b-a]',
  ])
    assert.equal(patternOf(source), undefined, source)
})

test('a pattern that would take others for ever is followed in no time, and one that is made to be huge is not served', () => {
  const began = performance.now()
  for (const bomb of ['(a+)+', '(a|a)*', '(a|aa)+', '(.*)*', '((a*)*)*']) {
    assert.equal(patternOf(bomb)?.(`${'a'.repeat(2000)}!`), bomb.includes('.'), bomb)
  }
  assert.ok(performance.now() - began < 1000, String(performance.now() - began))
  assert.equal(patternOf('((a{1000}){1000}){1000}'), undefined)
  assert.equal(patternOf('a'.repeat(257)), undefined)
})

test('it fits what the language’s own expressions fit', () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    '\\d',
    '(a|b)',
    '(ab)?',
    'a*',
    '(b|a1)+',
    'a{2}',
    'b{1,2}',
    '[a-c]{2,}',
  )
  const source = fc.array(piece, { minLength: 1, maxLength: 5 }).map(pieces => pieces.join(''))
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), maxLength: 8 })
  fc.assert(
    fc.property(source, text, (pattern, code) => {
      assert.equal(patternOf(pattern)?.(code), new RegExp(`^(?:${pattern})$`, 's').test(code))
    }),
    { numRuns: 5000 },
  )
})
