import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { agreements } from '#seed/region/agreements/index.ts'
import { AgreementContent, hashOf } from './agreement.ts'
import { fileNameOf, fileOf, readFile } from './file.ts'
import { issuesOf } from './issues.ts'
import { anyAgreement } from './test-clauses.ts'

const KNOWING = agreements('2026-11-22')[0] ?? assert.fail('HAFREN-1 is the first')

test('an agreement taken out as a file and brought in again has the same fingerprint', () => {
  fc.assert(
    fc.property(anyAgreement, content => {
      const read = readFile(fileOf(content))
      assert('content' in read)
      assert.deepEqual(issuesOf(read.content), [])
      assert.equal(hashOf(AgreementContent.parse(read.content)), hashOf(content))
    }),
  )
})

test('the file is the same whatever the order in which it was kept, and every part stands in its place', () => {
  const turned = JSON.parse(JSON.stringify(KNOWING), (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  )
  assert.equal(fileOf(turned), fileOf(KNOWING))
  assert.deepEqual(fileOf(KNOWING).split('\n').slice(0, 5), [
    '{',
    '  "code": "HAFREN-1",',
    '  "title": {',
    '    "en": "Knowing at once when somebody goes into hospital",',
    '    "cy": "Gwybod ar unwaith pan fydd rhywun yn mynd i’r ysbyty"',
  ])
  assert.equal(fileNameOf(KNOWING), `HAFREN-1-${hashOf(KNOWING).slice(0, 8)}.json`)
})

test('a mark that some editors put before a text makes no difference', () => {
  assert.deepEqual(readFile(`\uFEFF${fileOf(KNOWING)}`), readFile(fileOf(KNOWING)))
})

test('what is no JSON at all is told by its line, where that can be told', () => {
  assert.deepEqual(readFile('{\n  "code": "HAFREN-1"\n  "title": {}\n}'), { line: 3 })
  assert.deepEqual(readFile(''), { line: undefined })
})

test('each thing that keeps a file from being an agreement is found, with its place', () => {
  const [first, ...others] = KNOWING.clauses
  const wrong = {
    ...KNOWING,
    code: 'Hafren one',
    title: { en: 'In English alone' },
    from: '2026-02-30',
    parties: KNOWING.parties.slice(0, 1),
    clauses: [
      { ...first, classes: ['everything'], when: { hours: { from: '9pm', until: '07:00' }, daysAfterTieBegins: 4000 } },
      { ...others[0], roles: [], note: 'and more besides' },
      { ...others[1], words: { en: 'a\0b', cy: '   ' } },
      { ...others[2], purpose: 7 },
    ],
  }
  assert.deepEqual(
    issuesOf(wrong).map(({ code, path, found }) => [code, path.join('.'), found]),
    [
      ['not-a-code', 'code', 'Hafren one'],
      ['missing', 'title.cy', ''],
      ['too-few', 'parties', JSON.stringify(wrong.parties).slice(0, 60)],
      ['not-a-day', 'from', '2026-02-30'],
      ['not-in-list', 'clauses.0.classes.0', 'everything'],
      ['not-a-time', 'clauses.0.when.hours.from', '9pm'],
      ['out-of-range', 'clauses.0.when.daysAfterTieBegins', '4000'],
      ['missing', 'clauses.1.roles', '[]'],
      ['unexpected', 'clauses.1', 'note'],
      ['not-keepable', 'clauses.2.words.en', 'a\0b'],
      ['missing', 'clauses.2.words.cy', '   '],
      ['not-in-list', 'clauses.3.purpose', '7'],
    ],
  )
})

test('what is no agreement at all has one issue or more, and never throws', () => {
  fc.assert(fc.property(fc.jsonValue(), content => void assert.ok(issuesOf(content).length > 0)))
})
