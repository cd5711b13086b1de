import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type IssueProblem, validate } from '#ground/fhir/validate/validate.ts'
import { allCases, officialExamples, regionCases } from './cases.ts'
import { tryCases } from './conformance.ts'
import { judge, type Validator } from './judge.ts'
import { KNOWN } from './known.ts'
import { spoiled } from './spoiled.ts'
import { spoiledByProfile } from './spoiled-by-profile.ts'
import { table } from './tally.ts'

/** The largest of the published are left to `npm run conformance`. */
const BYTES_MAX = 30_000
const all = allCases()
/** One in twenty of the official examples, by place in the alphabet, and everything that others have labelled. */
const sample = all.filter(
  (one, at) => (at % 20 === 0 || !one.name.startsWith('examples/')) && one.bytes().length < BYTES_MAX,
)
const spoilt = officialExamples()
  .filter((one, at) => at % 40 === 0 && one.bytes().length < BYTES_MAX)
  .flatMap(spoiled)

test('published resources are taken or refused as they were published, and come back whole', () => {
  const found = tryCases(sample)
  assert.ok(found.trials > 200)
  assert.deepEqual(found.failures, [])
  assert.match(table(found.tally), /\nall /)
})

test('a valid resource that was spoiled in any way is refused', () => {
  const found = tryCases(spoilt)
  assert.ok(found.trials > 400)
  assert.deepEqual(found.failures, [])
})

const kept = regionCases().filter(one => KNOWN[one.name] === undefined && judge(one, validate).isTaken)
const outOfProfile = kept.flatMap(spoiledByProfile)

test('what keeps to a profile of UK Core or of Wales is refused when it was spoiled in any way that the profile offers', {
  skip: kept.length === 0,
}, () => {
  const found = tryCases(outOfProfile)
  assert.ok(found.trials > 200, String(found.trials))
  assert.deepEqual(found.failures, [])
  // R4 itself would have taken them.
  const byR4 = tryCases(outOfProfile, resource => validate(resource))
  assert.ok(byR4.failures.length > 150, String(byR4.failures.length))
  for (const problem of ['missing', 'wrongReference', 'otherType', 'misplacedExtension'] as const)
    assert.notEqual(tryCases(outOfProfile, blindTo(problem)).failures.length, 0, problem)
})

const blindTo =
  (problem: IssueProblem): Validator =>
  (resource, how) =>
    validate(resource, how).filter(one => one.problem !== problem)

test('a validator that has lost a kind of check is caught', () => {
  for (const problem of ['unknownElement', 'brokenRule', 'unknownCode', 'missing', 'wrongForm'] as const)
    assert.notEqual(tryCases(spoilt, blindTo(problem)).failures.length, 0, problem)
})

test('a validator that has lost an element is caught', () => {
  const forgetful: Validator = resource =>
    JSON.stringify(resource).includes('"subject":')
      ? [{ severity: 'error', code: 'structure', problem: 'unknownElement', diagnostics: '', expression: '' }]
      : validate(resource)
  assert.notEqual(tryCases(sample, forgetful).failures.length, 0)
})

test('a case that is no longer decided otherwise does not stay on the list of those that are', () => {
  const [known] = all.filter(({ name }) => name === 'examples/EventDefinition-example.json')
  assert.ok(known)
  assert.deepEqual(tryCases([known]).failures, [])
  assert.match(tryCases([known], () => []).failures[0] ?? '', /known\.ts/)
})
