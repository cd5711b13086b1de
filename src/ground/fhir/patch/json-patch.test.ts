import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readJson } from '../json/read.ts'
import { writeJson } from '../json/write.ts'
import { jsonPatched } from './json-patch.ts'

const SHARED = process.env.CYDOFAL_SHARED_DATA ?? '../shared/data'
const PUBLISHED = `${SHARED}/fhir-conformance/patch/json-patch-tests.json`

interface Published {
  readonly comment: string
  readonly doc: unknown
  readonly patch: unknown
  readonly expected?: unknown
  readonly error?: string
}

test('the published tests of JSON Patch come out as they say', t => {
  if (!existsSync(PUBLISHED)) return t.skip(`${PUBLISHED} is not there`)
  const tests = JSON.parse(readFileSync(PUBLISHED, 'utf8')) as Published[]
  assert.ok(tests.length > 10)
  for (const { comment, doc, patch, expected, error } of tests) {
    const before = JSON.stringify(doc)
    const patched = jsonPatched(doc, patch)
    assert.equal(patched.ok, error === undefined, comment)
    if (patched.ok && expected !== undefined) assert.deepEqual(patched.value, expected, comment)
    assert.equal(JSON.stringify(doc), before, `${comment}: what was patched is another`)
  }
})

test('all operations are done or none, and nothing reaches what programs are made of', () => {
  const doc = { a: 1 }
  const half = [
    { op: 'replace', path: '/a', value: 2 },
    { op: 'test', path: '/a', value: 3 },
  ]
  assert.deepEqual(jsonPatched(doc, half), { ok: false, problem: { code: 'patch.doesNotFit', part: '[1]' } })
  for (const path of ['/__proto__/a', '/constructor/prototype/a', 'a', '/a/__proto__'])
    assert.equal(jsonPatched(doc, [{ op: 'add', path, value: 1 }]).ok, false, path)
  for (const patch of [
    null,
    {},
    [null],
    [{ op: 'add', path: '/a' }],
    [{ op: 'explode', path: '/a' }],
    Array(2000).fill(half[0]),
  ]) {
    const refused = jsonPatched(doc, patch)
    assert.equal(!refused.ok && refused.problem.code, 'patch.malformed')
  }
})

test('what a patch does not touch keeps its digits', () => {
  const read = readJson('{"a":1.10,"b":"x"}')
  const patched = jsonPatched(read.ok && read.value, [{ op: 'replace', path: '/b', value: 'y' }])
  assert.equal(patched.ok && writeJson(patched.value), '{"a":1.10,"b":"y"}')
})
