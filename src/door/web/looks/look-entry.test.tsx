import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Language, sayIn } from '#ground/language/say.ts'
import { CHECKS } from '#record/sharing/decision/checks/index.ts'
import type { TrailEntry } from '#record/sharing/trail/entry.ts'
import { drawPiece } from '../draw.tsx'
import type { Fold } from './fold.ts'
import { LookEntry } from './look-entry.tsx'
import { sentenceOf } from './sentence.ts'
import { lookMadeUp } from './test-look.ts'

test('a look is told with who, for whom they work, what was seen, and the clause in its own words', () => {
  const html = drawn('cy', { entry: lookMadeUp(), earlier: [] })
  assert.match(html, /Edrychodd Sioned Evans ar eich cynllun/)
  assert.match(html, /gweithiwr cymdeithasol, Cyngor Sir Dyffryn Banadl, at ddiben gofal uniongyrchol/)
  assert.match(html, /cynllun a nodau/)
  assert.match(html, /Maen nhw’n darllen eich nodau\./)
  assert.match(html, /href="\/agreements\/abc#clause-2"/)
})

test('a look that was refused says so plainly, and why', () => {
  const entry = lookMadeUp({ allowed: false, released: [], clauses: [], failed: ['relationship-holds'] })
  const html = drawn('en', { entry, earlier: [] })
  assert.match(html, /Sioned Evans tried to see something about you, and was not allowed to/)
  assert.match(html, /they were not working with you then/)
})

test('a look through an app says so, in both languages, and by which app', () => {
  const through = { app: 'my-health', token: 'one', request: '/fhir/AuditEvent?patient=1' }
  const entry = lookMadeUp({ place: 'fhir', through, released: [], clauses: [] })
  assert.match(drawn('en', { entry, earlier: [] }), /asked who has looked at your record[^§]*Through an app: my-health/)
  assert.match(drawn('cy', { entry, earlier: [] }), /pwy sydd wedi edrych ar eich cofnod[^§]*Drwy ap: my-health/)
  assert.doesNotMatch(drawn('en', { entry: lookMadeUp(), earlier: [] }), /Through an app/)
  const own = drawn('en', { entry: { ...entry, isThePerson: true }, earlier: [] })
  assert.match(own, /You looked at who has looked[^§]*Through an app/)
  assert.doesNotMatch(own, /Nothing about you was shown/)
})

test('a look that showed nothing says so', () => {
  const html = drawn('en', { entry: lookMadeUp({ place: 'looks', released: [], clauses: [] }), earlier: [] })
  assert.match(html, /Nothing about you was shown\./)
})

test('what was done again in the same few minutes is counted', () => {
  const twice = [new Date('2026-11-22T09:58:00Z'), new Date('2026-11-22T09:55:00Z')]
  assert.match(drawn('cy', { entry: lookMadeUp(), earlier: twice }), /Dwywaith eto o fewn yr un ychydig funudau/)
})

test('what a hospital’s system sent is told as the hospital’s, not as a code', () => {
  const organisation = { en: 'Glan Hafren Health Board', cy: 'Bwrdd Iechyd Glan Hafren' }
  const sent = { who: 'GHPAS', organisation, role: undefined, isMachine: true, doing: 'write', place: 'feed' } as const
  assert.equal(
    sentenceOf(sayIn('en'), lookMadeUp(sent)),
    'A system of Glan Hafren Health Board sent information about you',
  )
  assert.equal(sentenceOf(sayIn('cy'), lookMadeUp(sent)), 'Anfonodd system Bwrdd Iechyd Glan Hafren wybodaeth amdanoch')
})

test('Mair’s own looks are told to her as hers', () => {
  const own: Partial<TrailEntry> = {
    who: 'Mair Pritchard',
    isThePerson: true,
    organisation: undefined,
    role: undefined,
  }
  assert.equal(sentenceOf(sayIn('cy'), lookMadeUp(own)), 'Edrychoch chi ar eich cynllun')
  assert.equal(sentenceOf(sayIn('en'), lookMadeUp({ ...own, doing: 'write' })), 'You wrote in your plan')
})

test('what is done at a place without words of its own can still be told', () => {
  assert.equal(
    sentenceOf(sayIn('en'), lookMadeUp({ place: 'elsewhere' })),
    'Sioned Evans looked at something about you',
  )
})

test('every reason for a refusal can be said in both languages', () => {
  for (const failure of [...Object.keys(CHECKS), 'person-has-not-chosen', 'no-clause']) {
    for (const language of ['en', 'cy'] as const) assert.notEqual(sayIn(language).code('check', failure), '')
  }
})

function drawn(language: Language, fold: Fold): string {
  const asked = { say: sayIn(language), visitor: undefined, path: '/', nonce: '', now: fold.entry.at, isDemo: true }
  return drawPiece(asked, <LookEntry fold={fold} />)
}
