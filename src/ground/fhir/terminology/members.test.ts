import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CodeSystem, ValueSet, ValueSetComposeInclude } from 'fhir/r4.js'
import { lines } from '#ground/fhir/definitions/lines.ts'
import { codesOf } from '#ground/fhir/definitions/value-sets.ts'
import { ancestorsOf, codesIn, descendantsOf } from './codes-in.ts'
import { r4Terminology } from './r4.ts'
import { type TerminologyResource, terminologyOf } from './terminology.ts'

const HOMES = 'https://glan-hafren.example/CodeSystem/homes'
const SET = 'https://glan-hafren.example/ValueSet/homes'

/** The kinds of home in the invented region. */
const homes: CodeSystem = {
  resourceType: 'CodeSystem',
  url: HOMES,
  version: '2',
  status: 'active',
  content: 'complete',
  concept: [
    {
      code: 'house',
      display: 'House',
      concept: [
        { code: 'terraced', display: 'Terraced house' },
        { code: 'farm', display: 'Farmhouse' },
      ],
    },
    { code: 'flat', display: 'Flat' },
    { code: 'extra-care', display: 'Extra care', property: [{ code: 'parent', valueCode: 'flat' }] },
    { code: 'bedsit', display: 'Bedsit', property: [{ code: 'status', valueCode: 'retired' }] },
  ],
}

const set = (include: ValueSetComposeInclude[], exclude: ValueSetComposeInclude[] = [], url = SET): ValueSet => ({
  resourceType: 'ValueSet',
  url,
  status: 'active',
  compose: { include, ...(exclude.length > 0 && { exclude }) },
})

function codes(held: readonly TerminologyResource[], url = SET) {
  const found = codesIn(terminologyOf(held), url)
  return found.ok ? [...(found.value.get(HOMES) ?? [])] : `${found.problem.code} ${found.problem.about}`
}

const where = (property: string, op: string, value: string): ValueSetComposeInclude => ({
  system: HOMES,
  filter: [{ property, op: op as 'is-a', value }],
})

test('a filter takes what is below a code, with it or without, what has a value, and what fits a pattern', () => {
  const filtered = (...include: ValueSetComposeInclude[]) => codes([homes, set(include)])
  assert.deepEqual(filtered(where('concept', 'is-a', 'house')), ['house', 'terraced', 'farm'])
  assert.deepEqual(filtered(where('concept', 'descendent-of', 'house')), ['terraced', 'farm'])
  assert.deepEqual(filtered(where('concept', 'is-a', 'flat')), ['flat', 'extra-care'])
  assert.deepEqual(filtered(where('concept', 'is-not-a', 'house')), ['flat', 'extra-care', 'bedsit'])
  assert.deepEqual(filtered(where('concept', 'generalizes', 'farm')), ['house', 'farm'])
  assert.deepEqual(filtered(where('status', '=', 'retired')), ['bedsit'])
  assert.deepEqual(filtered(where('status', 'exists', 'false')), ['house', 'terraced', 'farm', 'flat', 'extra-care'])
  assert.deepEqual(filtered(where('code', 'in', 'farm, flat')), ['farm', 'flat'])
  assert.deepEqual(filtered(where('code', 'regex', 'f.*')), ['farm', 'flat'])
})

test('filters of one line must all fit, lines add to one another, and what is excluded is out', () => {
  const both = {
    system: HOMES,
    filter: [...(where('concept', 'is-a', 'house').filter ?? []), ...(where('code', 'regex', 'f.*').filter ?? [])],
  }
  assert.deepEqual(codes([homes, set([both])]), ['farm'])
  assert.deepEqual(codes([homes, set([both, { system: HOMES, concept: [{ code: 'flat' }] }])]), ['farm', 'flat'])
  assert.deepEqual(codes([homes, set([{ system: HOMES }], [where('concept', 'is-a', 'house')])]), [
    'flat',
    'extra-care',
    'bedsit',
  ])
})

test('a set may be made of other sets, and of what several of them share', () => {
  const houses = set([where('concept', 'is-a', 'house')], [], `${SET}/houses`)
  const f = set([where('code', 'regex', 'f.*')], [], `${SET}/f`)
  assert.deepEqual(codes([homes, houses, f, set([{ valueSet: [`${SET}/houses`, `${SET}/f`] }])]), ['farm'])
  assert.deepEqual(codes([homes, houses, set([{ system: HOMES, valueSet: [`${SET}/houses`] }])]), [
    'house',
    'terraced',
    'farm',
  ])
})

test('what cannot be enumerated is said and never guessed', () => {
  const snomed = 'http://snomed.info/sct'
  assert.equal(codes([set([{ system: snomed }])]), `withoutEnd ${snomed}`)
  assert.equal(
    codes([set([{ system: snomed, filter: [{ property: 'concept', op: 'is-a', value: '73211009' }] }])]),
    `systemNotHeld ${snomed}`,
  )
  assert.equal(codes([homes, set([{ system: HOMES }], [{ system: snomed }])]), `withoutEnd ${snomed}`)
  assert.equal(codes([homes, set([{ system: HOMES, version: '1' }])]), `systemNotHeld ${HOMES}|1`)
  assert.equal(codes([homes, set([where('code', 'regex', '(?=a)')])]), 'filterNotServed code regex (?=a)')
  assert.equal(codes([homes]), `setNotHeld ${SET}`)
  assert.equal(codes([{ resourceType: 'ValueSet', url: SET, status: 'active' }]), `setNotHeld ${SET}`)
})

test('sets that are made of one another are refused, also from outside', () => {
  const other = `${SET}/other`
  const circle = [
    set([{ valueSet: [other] }]),
    set([{ valueSet: [SET] }], [], other),
    set([{ valueSet: [SET] }], [], `${SET}/third`),
  ]
  for (const url of [SET, other, `${SET}/third`]) assert.match(String(codes(circle, url)), /^circular/)
})

test('below a code is whatever hangs under it, and above it what it hangs under', () => {
  const held = terminologyOf([homes])
  const list = (found: ReturnType<typeof descendantsOf>) => (found.ok ? [...found.value].sort() : found.problem.code)
  assert.deepEqual(list(descendantsOf(held, HOMES, 'house')), ['farm', 'house', 'terraced'])
  assert.deepEqual(list(ancestorsOf(held, HOMES, 'extra-care')), ['extra-care', 'flat'])
  assert.equal(list(descendantsOf(held, HOMES, 'castle')), 'codeNotHeld')
  assert.equal(list(descendantsOf(held, 'http://snomed.info/sct', '73211009')), 'systemNotHeld')
})

test('a circle in a code system is walked once', () => {
  const round = (code: string, parent: string) => ({ code, property: [{ code: 'parent', valueCode: parent }] })
  const held = terminologyOf([{ ...homes, concept: [round('a', 'b'), round('b', 'a')] }])
  const found = descendantsOf(held, HOMES, 'a')
  assert.deepEqual(found.ok && [...found.value], ['a', 'b'])
})

test('of what R4 needs, every set whose codes are all named is named with the codes by which resources are checked', () => {
  const held = r4Terminology()
  const checked = lines<{ url: string }>('value-sets')
  assert.ok(checked.length > 200)
  for (const { url } of checked) {
    const codes = codesIn(held, url)
    assert.ok(codes.ok, url)
    const sorted = (all: ReadonlyMap<string, ReadonlySet<string>> | undefined) =>
      [...(all ?? [])]
        .map(([system, some]) => [system, [...some].sort()] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1))
    assert.deepEqual(sorted(codes.value), sorted(codesOf(url)), url)
  }
})

test('no set of R4’s own throws, and what is refused is of a system that is kept elsewhere', () => {
  const held = r4Terminology()
  const problems = held.sets.flatMap(({ url = '' }) => {
    const found = codesIn(held, url)
    return found.ok ? [] : [found.problem.code]
  })
  assert.ok(
    held.sets.length > 300 && problems.length < held.sets.length / 8,
    `${problems.length} of ${held.sets.length}`,
  )
  assert.deepEqual([...new Set(problems)].sort(), ['setNotHeld', 'systemNotHeld', 'withoutEnd'])
  assert.ok(held.systems.length > 300 && held.maps.length > 10)
})
