import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { test } from 'node:test'
import { sayIn } from '#ground/language/say.ts'
import { readMap } from './read-map.ts'
import { Desk } from './test-link.ts'

function faultsOf(content: unknown): readonly string[] {
  using desk = new Desk()
  const file = desk.put('map.json', typeof content === 'string' ? content : JSON.stringify(content))
  const map = readMap(sayIn('en'), file)
  return map.ok ? [] : map.problem.map(line => line.replace(file, 'map.json'))
}

const left = { id: 'id', columns: { a: 'given' } }

test('every map that is shipped as an example is a map', () => {
  const shipped = globSync('docs/using/link-maps/*.json')
  assert.ok(shipped.length >= 3)
  for (const file of shipped)
    assert.deepEqual(readMap(sayIn('en'), file), { ...readMap(sayIn('en'), file), ok: true }, file)
})

test('what is wrong in a map is told with its place in it', () => {
  assert.deepEqual(faultsOf({ left }), ['map.json, mode: missing'])
  assert.deepEqual(faultsOf({ mode: 'both', left }), ['map.json, mode: both is none of these: link_only, dedupe'])
  assert.deepEqual(faultsOf({ mode: 'dedupe', left: { id: 'id', columns: { a: 'firstname' } } }), [
    'map.json, left.columns.a.as: firstname is none of these: given, middle, surname, fullname, birthdate, sex, nhs, line, town, postcode, uprn, phone, email, death, exact, text, name, date, number',
  ])
  assert.deepEqual(faultsOf({ mode: 'dedupe', left: { ...left, ID: 'x' } }), [
    'map.json, left: has a part that maps do not have: ID',
  ])
  assert.deepEqual(faultsOf({ mode: 'dedupe', left: { id: 7, columns: {} } }), [
    'map.json, left.id: something else is asked for here than 7',
  ])
  assert.deepEqual(faultsOf({ mode: 'dedupe', left: { id: 'id', columns: {} } }), [
    'map.json, left.columns: names no column to compare',
  ])
  assert.deepEqual(faultsOf({ mode: 'dedupe', left, thresholds: { link: 1.5, review: 0.2 } }), [
    'map.json, thresholds.link: must be above 0 and below 1',
  ])
  assert.deepEqual(faultsOf({ mode: 'dedupe', left, thresholds: { link: 0.9, review: 0.95 } }), [
    'map.json, thresholds.review: may not be above the threshold for linking',
  ])
})

test('a map that is no JSON is told of by line and column', () => {
  assert.deepEqual(faultsOf('{\n  "mode": "dedupe",\n}'), ['map.json is not JSON: look at line 3, column 1.'])
  assert.deepEqual(faultsOf(''), ['map.json is not JSON.'])
})

test('a map may not compare more than can be counted', () => {
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`c${at}`, 'text']))
  const mapOf = (count: number) => ({ mode: 'dedupe', left: { id: 'id', columns: many(count) } })
  assert.deepEqual(faultsOf(mapOf(3)), [])
  assert.match(faultsOf(mapOf(12))[0] ?? '', /^map.json, left.columns: compares so many columns/)
})

test('two files have the same things to compare, and each thing once', () => {
  const other = (columns: Record<string, unknown>) => ({ id: 'id', columns })
  const two = (one: Record<string, unknown>, two: Record<string, unknown>) =>
    faultsOf({ mode: 'link_only', left: other(one), right: other(two) })
  assert.deepEqual(two({ job: 'text' }, { work: 'text' }), [
    'map.json, left.columns.job: only one of the two files has something to compare as job',
    'map.json, right.columns.work: only one of the two files has something to compare as work',
  ])
  assert.deepEqual(two({ job: 'text' }, { work: { as: 'text', name: 'job' } }), [])
  assert.deepEqual(two({ job: 'text' }, { job: 'name' }), [
    'map.json, right.columns.job: the two files do not agree what kind of thing job is',
  ])
  assert.deepEqual(two({ job: 'text', x: { as: 'text', name: 'job' } }, { job: 'text' }), [
    'map.json, left.columns: two columns are compared as job: give each a name of its own',
  ])
})
