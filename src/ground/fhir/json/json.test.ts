import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isExactNumber } from './exact.ts'
import { readJson } from './read.ts'
import { writeJson } from './write.ts'

/** The problem of a text, or what it is when it is written again. */
function again(sent: string | Uint8Array): string {
  const read = readJson(sent)
  return read.ok ? writeJson(read.value) : read.problem
}

test('what is read is written again as it came, digits and all', () => {
  for (const text of [
    '{"value":1.10,"low":0.1234567890123456789,"high":1e-2,"zero":-0,"n":12345678901234567890,"plain":3.5}',
    '[1.0,[2.50],{"a":[{"b":100.00}]}]',
    '"Tŷ \\"Glan\\" Hafren \\\\"',
    'null',
    '1.0',
  ])
    assert.equal(again(text), text)
})

test('a number that a double holds is a number, and one it would lose is kept by its digits', () => {
  const read = readJson('[1, 1.5, 1.50]')
  assert.ok(read.ok && Array.isArray(read.value))
  assert.deepEqual(
    read.value.map(one => (isExactNumber(one) ? one.rawJSON : one)),
    [1, 1.5, '1.50'],
  )
})

test('any JSON comes back as it is', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 8 }), text => {
      if (text.includes('__proto__') || /\\u0000|\\ud/.test(text)) return
      const canonical = JSON.stringify(JSON.parse(text))
      assert.equal(again(canonical), canonical)
    }),
    { numRuns: 500 },
  )
  const number = fc.tuple(fc.bigInt(), fc.nat(), fc.integer({ min: -300, max: 200 }))
  fc.assert(
    fc.property(number, ([whole, part, power]) => {
      const text = `{"value":${whole}.${part}e${power}}`
      assert.equal(again(text), text)
    }),
  )
})

test('what cannot be kept is refused, each by why', () => {
  const cases: readonly (readonly [string | Uint8Array, string])[] = [
    ['', 'json.malformed'],
    ['{"a":1,}', 'json.malformed'],
    ['{a:1}', 'json.malformed'],
    ['{"a":01}', 'json.malformed'],
    ['{"a":1} {"b":2}', 'json.malformed'],
    ['{"a":"', 'json.malformed'],
    ['// why\n{}', 'json.malformed'],
    ['{"a":1,"a":2}', 'json.duplicateKey'],
    ['{"a":1,"\\u0061":2}', 'json.duplicateKey'],
    ['{"__proto__":{"isAdmin":true}}', 'json.key'],
    ['{"a":[{"\\u005f_proto__":1}]}', 'json.key'],
    ['{"a":"b\\u0000"}', 'json.nul'],
    ['{"a":"\\\\\\u0000"}', 'json.nul'],
    ['{"a":"\\ud800"}', 'json.charset'],
    ['{"a":"\ud800"}', 'json.charset'],
    [Buffer.from('{"a":"T\u0177"}', 'latin1').fill(0xe9, 6, 7), 'json.charset'],
    [Buffer.from('{"a":1}', 'utf16le'), 'json.malformed'],
    ['{"a":1e999}', 'json.number'],
    ['{"a":1e-99999}', 'json.number'],
    [`{"a":${'9'.repeat(501)}}`, 'json.number'],
    // Written out by the database it would be too long to be sent again.
    [`{"a":0.${'9'.repeat(300)}e-300}`, 'json.number'],
    ['['.repeat(10_000) + ']'.repeat(10_000), 'json.tooDeep'],
    [`{${Array.from({ length: 1_000_000 }, (_, at) => `"${at}":1`).join()}}`, 'json.tooManyKeys'],
  ]
  for (const [sent, problem] of cases) assert.equal(again(sent), problem, String(sent).slice(0, 60))
})

test('a number is as long as it is when the database has written out its exponent', () => {
  for (const number of ['1E-22', '-1.000000000000000000E+245', `1${'0'.repeat(245)}`, `0.${'0'.repeat(244)}1`])
    assert.equal(again(`{"a":${number}}`), `{"a":${number}}`)
})

test('what only looks like it is let be', () => {
  for (const text of ['{"a":"\\\\u0000"}', '{"a":"__proto__"}', '{"a":"{\\"b\\":[1.10"}', '{"a":{"b":1},"b":1}'])
    assert.equal(again(text), text)
  assert.equal(again('{"a":"\\ud83d\\ude00"}'), '{"a":"😀"}')
  assert.equal(again('\ufeff{}'), '{}')
})

test('no bytes make it throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => void readJson(bytes)))
  const pieces = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', '1.0', '-', 'e9', '"a"', 'null', '\\u00')
  fc.assert(fc.property(fc.array(pieces), parts => void readJson(parts.join(''))))
})

test('fifty megabytes made to wear it out are answered in seconds', () => {
  const began = performance.now()
  const text = '\\"'.repeat(12_000_000)
  assert.equal(again(`{"a":"${text}"}`).length, text.length + 8)
  assert.equal(again(`{"a":"${text}`), 'json.malformed')
  assert.equal(again('1'.repeat(25_000_000)), 'json.number')
  assert.ok(performance.now() - began < 10_000)
})
