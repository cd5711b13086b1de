import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { exactNumber } from '../json/exact.ts'
import { primitiveCheck } from './primitive.ts'
import { isDate } from './time.ts'

/** Of each type, what is one and what is not, where the published samples have none. */
const SAMPLES: readonly (readonly [type: string, good: readonly unknown[], bad: readonly unknown[]])[] = [
  ['boolean', [true, false], ['true', 1, null]],
  ['integer', [-2147483648, 2147483647], [2147483648, -2147483649, 1.5, exactNumber('1.0'), exactNumber('1e2')]],
  ['positiveInt', [1], [0, -1]],
  ['unsignedInt', [0], [-1]],
  ['decimal', [1, 0.1, exactNumber('1.10'), exactNumber('12345678901234567890.5')], ['1', null]],
  ['string', ['a', 'Tŷ ŵ', ' a\n\tb\r', '\u202e'], ['', ' \n', 'a\u0000b', 'a\u0007', '\ud800']],
  ['uri', ['urn:a', 'a'], ['', 'a b', ' a']],
  ['code', ['a b', 'a'], ['a  b', ' a', 'a ', '']],
  ['id', ['a-1.B', 'x'.repeat(64)], ['x'.repeat(65), 'a_b', '']],
  ['oid', ['urn:oid:1.2.0'], ['1.2', 'urn:oid:3.1', 'urn:oid:1.02']],
  ['uuid', ['urn:uuid:c757873d-ec9a-4326-a141-556f43239520'], ['c757873d-ec9a-4326-a141-556f43239520']],
  ['base64Binary', ['AAAA', 'AA==', 'AAA\nA'], ['A', 'AAA', 'A=AA', 'AA=A', 'AAAA.', '']],
  ['date', ['2026', '2026-11', '2024-02-29', '2000-02-29'], ['2025-02-29', '1900-02-29', '2026-04-31', '0000', '26']],
  ['dateTime', ['2026', '2026-11-26T10:00:00Z', '2026-11-26T10:00:60.5+01:00'], ['2026-11-26T10:00Z', '2026-11-31']],
  ['instant', ['2026-11-26T10:00:00.000+14:00'], ['2026-11-26', '2026-11-26T10:00:00', '2026-11-26T24:00:00Z']],
  ['time', ['10:00:00', '23:59:60.1'], ['24:00:00', '10:00', '10:00:00Z']],
]

for (const [type, good, bad] of SAMPLES) {
  test(`what is a ${type} and what is not`, () => {
    const is = primitiveCheck(type)
    for (const value of good) assert.ok(is(value), JSON.stringify(value))
    for (const value of bad) assert.ok(!is(value), JSON.stringify(value))
  })
}

test('a day is one exactly when the calendar has it', () => {
  const from = new Date('0001-01-01')
  const to = new Date('9999-12-31')
  fc.assert(
    fc.property(fc.date({ min: from, max: to, noInvalidDate: true }), fc.integer({ min: 1, max: 31 }), (at, day) => {
      const text = `${at.toISOString().slice(0, 8)}${String(day).padStart(2, '0')}`
      const read = new Date(`${text}T00:00:00Z`)
      assert.equal(isDate(text), !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text))
    }),
  )
})

test('a text made to wear a check out is answered at once', () => {
  const long = 'a '.repeat(500_000)
  const began = performance.now()
  for (const type of SAMPLES.map(([name]) => name)) {
    for (const text of [long, `${long} !`, `${'A'.repeat(1_000_000)}.`, `${' '.repeat(1_000_000)}a`])
      primitiveCheck(type)(text)
  }
  assert.ok(performance.now() - began < 4000)
})
