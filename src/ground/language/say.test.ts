import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES, sayIn } from './say.ts'

const [en, cy] = [sayIn('en'), sayIn('cy')]

test('a list of people is counted in Welsh with all six forms', () => {
  const counted = [0, 1, 2, 3, 6, 7].map(count => cy('people.all', { count }))
  assert.deepEqual(counted, ['0 o bobl', '1 person', '2 berson', '3 pherson', '6 pherson', '7 o bobl'])
})

test('and in English with two', () => {
  const counted = [0, 1, 2, 6].map(count => en('people.all', { count }))
  assert.deepEqual(counted, ['0 people', '1 person', '2 people', '6 people'])
})

test('a name goes into a sentence as it is written, marks and all', () => {
  assert.equal(cy('plan.of', { name: 'Siân <Ŵyn> {o’r} Tŷ’r Wennol' }), 'Cynllun Siân <Ŵyn> {o’r} Tŷ’r Wennol')
})

test('what has a name in both languages is called by the one that is spoken', () => {
  const ward = { en: 'Dyfi Ward', cy: 'Ward Dyfi' }
  assert.deepEqual([en.of(ward), cy.of(ward)], ['Dyfi Ward', 'Ward Dyfi'])
})

test('a code is said by the words of its list', () => {
  assert.equal(cy.code('dataClass', 'presence-in-hospital'), 'bod yn yr ysbyty, a phryd y disgwylir dychwelyd adref')
  assert.equal(en.code('notice', 'went-home'), 'Has left hospital')
})

test('a code that nobody gave words to is a fault, and is not shown as it is', () => {
  assert.throws(() => en.code('notice', 'abducted'), /no words in en for notice\.abducted/)
})

test('a moment is a whole sentence in each language', () => {
  const admitted = new Date('2026-11-22T02:10:00Z')
  assert.equal(en.moment(admitted), 'Sunday 22 November 2026 at 2:10am')
  assert.equal(cy.moment(admitted), 'Dydd Sul 22 Tachwedd 2026 am 02:10')
})

test('there is one voice for each language, and it knows which it is', () => {
  for (const language of LANGUAGES) {
    assert.equal(sayIn(language).language, language)
    assert.equal(sayIn(language), sayIn(language))
  }
})
