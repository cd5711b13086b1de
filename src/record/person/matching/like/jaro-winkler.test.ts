import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { jaroWinkler, likenessAtMost } from './jaro-winkler.ts'

/** Published in W. Winkler, Overview of record linkage (US Census Bureau, RRS2006-02), table 6, to three places. */
const PUBLISHED: readonly (readonly [string, string, number])[] = [
  ['shackleford', 'shackelford', 0.982],
  ['dunningham', 'cunnigham', 0.896],
  ['nichleson', 'nichulson', 0.956],
  ['jones', 'johnson', 0.832],
  ['massey', 'massie', 0.933],
  ['abroms', 'abrams', 0.922],
  ['jeraldine', 'geraldine', 0.926],
  ['marhta', 'martha', 0.961],
  ['michelle', 'michael', 0.921],
  ['julies', 'julius', 0.933],
  ['tanya', 'tonya', 0.88],
  ['dwayne', 'duane', 0.84],
  ['sean', 'susan', 0.805],
  ['jon', 'john', 0.933],
  ['dixon', 'dicksonx', 0.813],
]

test('two names are as alike as Winkler’s published table says', () => {
  for (const [one, other, published] of PUBLISHED) {
    assert.equal(Math.round(jaroWinkler(one, other) * 1000) / 1000, published, `${one} ${other}`)
  }
})

test('nothing is like nothing, and a word is like itself', () => {
  assert.equal(jaroWinkler('', ''), 0)
  assert.equal(jaroWinkler('', 'mair'), 0)
  assert.equal(jaroWinkler('mair', 'mair'), 1)
})

const word = fc.string({ unit: fc.constantFrom(...'abcdw'), maxLength: 12 })

test('it never matters which word stands first, and likeness is from 0 to 1, of which 1 is the same word', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const likeness = jaroWinkler(one, other)
      assert.ok(likeness >= 0 && likeness <= 1)
      assert.ok(Math.abs(likeness - jaroWinkler(other, one)) < 1e-12)
      assert.equal(likeness === 1, one === other && one !== '')
    }),
    { numRuns: 2000 },
  )
})

test('what is quickly found to be unlike is never alike', () => {
  fc.assert(
    fc.property(word, word, (one, other) => assert.ok(likenessAtMost(one, other) >= jaroWinkler(one, other) - 1e-12)),
    { numRuns: 5000 },
  )
})
