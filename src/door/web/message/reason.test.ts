import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { PROBLEM_PLACES } from '#ground/hl7/problem.ts'
import { reasonKey } from '#ground/language/reason-key.ts'
import { sayIn } from '#ground/language/say.ts'
import { reasonIn } from './reason.ts'

/** Where the feeds put messages aside or refuse them. */
const FEEDS = globSync('src/door/feeds/**/*.ts').filter(file => !file.endsWith('.test.ts'))

test('Whatever is wrong with a message, the officer reads why in Welsh and in English', () => {
  const codes = [...Object.keys(PROBLEM_PLACES), ...FEEDS.flatMap(codesIn), ...MLLP_FAULTS]
  assert.ok(codes.length > 25, 'the codes of the feeds are found')
  for (const language of ['en', 'cy'] as const) {
    const withoutWords = codes.filter(code => reasonIn(sayIn(language), code) === code)
    assert.deepEqual(withoutWords, [])
  }
})

test('A reason without words is shown as the code it is, and the page does not fail', () => {
  assert.equal(reasonIn(sayIn('cy'), 'feed.newKindOfTrouble'), 'feed.newKindOfTrouble')
  assert.equal(reasonIn(sayIn('cy'), 'constructor'), 'constructor')
})

test('The name of the words for a code has neither dots nor dashes', () => {
  assert.equal(reasonKey('hl7.noControlId'), 'hl7NoControlId')
  assert.equal(reasonKey('match.number-of-somebody'), 'matchNumberOfSomebody')
})

/** What may befall a connection before there is a message to read. */
const MLLP_FAULTS = ['mllp.garbage', 'mllp.tooLarge', 'mllp.startInside', 'mllp.unfinished', 'mllp.slow']

function codesIn(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/'((?:feed|match|adt|hl7)\.\w+)'/g)].map(found => found[1]!)
}
