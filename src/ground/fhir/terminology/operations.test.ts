import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CodeSystem, ConceptMap, ValueSet } from 'fhir/r4.js'
import { type ExpandAsked, expandSet } from './expand.ts'
import { r4Resources } from './r4.ts'
import { subsumption } from './subsumes.ts'
import { terminologyOf } from './terminology.ts'
import { isTranslated, type TranslateAsked, translate } from './translate.ts'
import { type CodeAsked, validateInSet, validateInSystem } from './validate-code.ts'

const HOMES = 'https://glan-hafren.example/CodeSystem/homes'
const AT = new Date('2026-11-26T09:00:00Z')

/** The kinds of home in the invented region, as its housing team calls them in both languages. */
const homes: CodeSystem = {
  resourceType: 'CodeSystem',
  url: HOMES,
  version: '2',
  status: 'active',
  content: 'complete',
  concept: [
    {
      code: 'kinds',
      display: 'Kinds',
      property: [{ code: 'notSelectable', valueBoolean: true }],
      concept: [{ code: 'ty', display: 'House' }],
    },
    { code: 'fflat', display: 'Flat', designation: [{ language: 'cy', value: 'Fflat' }] },
    { code: 'gofal', display: 'Extra care flat', designation: [{ language: 'cy', value: 'Fflat gofal ychwanegol' }] },
    { code: 'bedsit', display: 'Bedsit', property: [{ code: 'inactive', valueBoolean: true }] },
  ],
}
/** Somebody adds Welsh to a system that is not theirs. */
const welsh: CodeSystem = {
  resourceType: 'CodeSystem',
  url: `${HOMES}-cy`,
  status: 'active',
  content: 'supplement',
  supplements: HOMES,
  concept: [{ code: 'ty', designation: [{ language: 'cy-GB', value: 'Tŷ' }] }],
}
const all: ValueSet = {
  resourceType: 'ValueSet',
  url: `${HOMES}/all`,
  status: 'active',
  compose: { include: [{ system: HOMES }] },
}
const held = terminologyOf([...r4Resources(), homes, welsh, all])
const system = held.findSystem(HOMES) ?? assert.fail()

const PLAIN: ExpandAsked = {
  filter: undefined,
  offset: 0,
  count: undefined,
  activeOnly: false,
  includeDesignations: false,
  displayLanguage: undefined,
}

function expanded(asked: Partial<ExpandAsked>, set = all) {
  const answer = expandSet(held, set, { ...PLAIN, ...asked }, AT)
  return answer.ok ? (answer.value.expansion ?? assert.fail()) : assert.fail(answer.problem.code)
}
const codes = (asked: Partial<ExpandAsked>) => expanded(asked).contains?.map(({ code }) => code)

test('an expansion has every code, says which are groups and which are not in use, and what it is', () => {
  const { total, offset, timestamp, contains, parameter } = expanded({})
  assert.deepEqual([total, offset, timestamp], [5, 0, '2026-11-26T09:00:00.000Z'])
  assert.deepEqual(parameter, [{ name: 'version', valueUri: `${HOMES}|2` }])
  assert.deepEqual(
    contains?.map(({ code, abstract, inactive }) => [code, abstract, inactive]),
    [
      ['kinds', true, undefined],
      ['ty', undefined, undefined],
      ['fflat', undefined, undefined],
      ['gofal', undefined, undefined],
      ['bedsit', undefined, true],
    ],
  )
})

test('codes are called in Welsh where they have a Welsh name, also one that somebody else has given', () => {
  const named = expanded({ displayLanguage: 'cy' }).contains?.map(({ display }) => display)
  assert.deepEqual(named, ['Kinds', 'Tŷ', 'Fflat', 'Fflat gofal ychwanegol', 'Bedsit'])
  assert.equal(expanded({ includeDesignations: true }).contains?.[1]?.designation?.[0]?.value, 'Tŷ')
})

test('a filter finds by the beginnings of words, in either language, with or without the accent', () => {
  assert.deepEqual(codes({ filter: 'ty' }), ['ty'])
  assert.deepEqual(codes({ filter: 'Tŷ' }), ['ty'])
  assert.deepEqual(codes({ filter: 'fla ext' }), ['gofal'])
  assert.deepEqual(codes({ filter: 'ychw' }), ['gofal'])
  assert.deepEqual(codes({ filter: 'lat' }), [])
  assert.deepEqual(codes({ activeOnly: true }), ['kinds', 'ty', 'fflat', 'gofal'])
})

test('pages of an expansion are the whole, cut', () => {
  for (const count of [1, 2, 3, 5, 9]) {
    const pages = [0, 1, 2, 3, 4].flatMap(
      page => expanded({ offset: page * count, count }).contains?.map(({ code }) => code) ?? [],
    )
    assert.deepEqual(pages, codes({}))
  }
  assert.deepEqual([expanded({ count: 0 }).total, expanded({ count: 0 }).contains], [5, []])
})

test('more codes than are sent at once are too many, unless they are asked for page by page', () => {
  const many: CodeSystem = {
    ...homes,
    url: `${HOMES}/many`,
    concept: Array.from({ length: 5001 }, (_, code) => ({ code: `${code}` })),
  }
  const set: ValueSet = {
    resourceType: 'ValueSet',
    url: 'many',
    status: 'active',
    compose: { include: [{ system: `${HOMES}/many` }] },
  }
  const answer = (asked: Partial<ExpandAsked>) => expandSet(terminologyOf([many]), set, { ...PLAIN, ...asked }, AT)
  const whole = answer({})
  assert.equal(whole.ok || whole.problem.code, 'tooMany')
  const page = answer({ count: 10, offset: 4995 })
  assert.equal(page.ok && page.value.expansion?.contains?.length, 6)
})

const HOW = { language: undefined, abstractToo: false }
const inSet = (asked: Partial<CodeAsked>, set = all, how = HOW) => {
  const answer = validateInSet(held, set, { system: undefined, code: '', display: undefined, ...asked }, how)
  return answer.ok ? (answer.value.because ?? answer.value.valid) : answer.problem.code
}

test('a code is in a value set or not; a group is not recorded, and another name is not its name', () => {
  assert.equal(inSet({ system: HOMES, code: 'ty' }), true)
  assert.equal(inSet({ code: 'ty' }), true)
  assert.equal(inSet({ system: HOMES, code: 'castell' }), 'notAmongThem')
  assert.equal(inSet({ system: 'http://loinc.org', code: 'ty' }), 'notAmongThem')
  assert.equal(inSet({ code: 'kinds' }), 'abstract')
  assert.equal(inSet({ code: 'kinds' }, all, { ...HOW, abstractToo: true }), true)
  assert.equal(inSet({ code: 'ty', display: 'house ' }), true)
  assert.equal(inSet({ code: 'ty', display: 'Tŷ' }), true)
  assert.equal(inSet({ code: 'ty', display: 'Flat' }), 'calledOtherwise')
})

test('a code of a system that is not here is neither in a set nor out of it: nobody can tell', () => {
  const mixed: ValueSet = {
    ...all,
    compose: {
      include: [
        { system: HOMES },
        { system: 'http://snomed.info/sct' },
        { system: 'http://loinc.org', concept: [{ code: '8302-2' }] },
      ],
    },
  }
  assert.equal(inSet({ system: HOMES, code: 'ty' }, mixed), true)
  assert.equal(inSet({ system: HOMES, code: 'castell' }, mixed), 'notAmongThem')
  assert.equal(inSet({ system: 'http://snomed.info/sct', code: '73211009' }, mixed), 'withoutEnd')
  assert.equal(inSet({ system: 'http://loinc.org', code: '8302-2' }, mixed), true)
  const without: ValueSet = {
    ...all,
    compose: { include: [{ system: HOMES }], exclude: [{ valueSet: ['urn:elsewhere'] }] },
  }
  assert.equal(inSet({ system: HOMES, code: 'ty' }, without), 'setNotHeld')
  assert.equal(inSet({ system: HOMES, code: 'castell' }, without), 'notAmongThem')
})

test('of a system that is here in part, what is in the part is valid, and nothing is said of the rest', () => {
  const part = terminologyOf([{ ...homes, content: 'fragment' }, all])
  const ask = (code: string) => {
    const answer = validateInSet(part, all, { system: HOMES, code, display: undefined }, HOW)
    return answer.ok ? answer.value.valid : answer.problem.code
  }
  assert.deepEqual([ask('ty'), ask('castell')], [true, 'heldInPart'])
  const open = expandSet(part, all, PLAIN, AT)
  assert.match(open.ok ? (open.value.expansion?.extension?.[0]?.url ?? '') : '', /valueset-unclosed$/)
  const whole = validateInSystem(system, { system: HOMES, code: 'castell', display: undefined }, HOW)
  assert.equal(whole.ok && whole.value.because, 'notAmongThem')
})

test('every code of every expansion is valid in its set, and an invented one is not', () => {
  let tried = 0
  for (const set of held.sets) {
    const answer = expandSet(held, set, PLAIN, AT)
    if (!answer.ok) continue
    for (const { system, code = '', abstract } of answer.value.expansion?.contains?.slice(0, 20) ?? []) {
      assert.equal(inSet({ system, code }, set, { ...HOW, abstractToo: true }), true, `${set.url} ${code}`)
      if (abstract) assert.equal(inSet({ system, code }, set), 'abstract')
      tried++
    }
    assert.notEqual(inSet({ system: HOMES, code: 'castell' }, set), true)
  }
  assert.ok(tried > 3000, String(tried))
})

test('one code is another, above it, below it, or neither', () => {
  const stands = (one: string, other: string) => {
    const answer = subsumption(system, one, other)
    return answer.ok ? answer.value : answer.problem.code
  }
  assert.deepEqual(
    [stands('ty', 'ty'), stands('kinds', 'ty'), stands('ty', 'kinds'), stands('ty', 'fflat'), stands('ty', 'castell')],
    ['equivalent', 'subsumes', 'subsumed-by', 'not-subsumed', 'codeNotHeld'],
  )
})

const OLD = 'https://glan-hafren.example/CodeSystem/old-homes'
const map: ConceptMap = {
  resourceType: 'ConceptMap',
  url: 'urn:old-to-new',
  status: 'active',
  group: [
    {
      source: OLD,
      target: HOMES,
      element: [
        {
          code: '1',
          target: [
            { code: 'ty', equivalence: 'equivalent' },
            { code: 'kinds', equivalence: 'wider' },
          ],
        },
        { code: '2', target: [{ equivalence: 'unmatched' }] },
      ],
      unmapped: { mode: 'other-map', url: 'urn:rest' },
    },
  ],
}
const rest: ConceptMap = {
  ...map,
  url: 'urn:rest',
  group: [
    {
      source: OLD,
      target: HOMES,
      element: [{ code: '3', target: [{ code: 'bedsit', equivalence: 'equal' }] }],
      unmapped: { mode: 'other-map', url: 'urn:old-to-new' },
    },
  ],
}

test('a code is translated by the maps that know it, on to another map where one says so, and never round in circles', () => {
  const maps = terminologyOf([map, rest])
  const PLAIN_MAP: TranslateAsked = {
    system: OLD,
    code: '',
    source: undefined,
    target: undefined,
    targetSystem: undefined,
    reverse: false,
  }
  const into = (asked: Partial<TranslateAsked>, some = [map]) =>
    translate(maps, some, { ...PLAIN_MAP, ...asked }).map(
      match => `${match.equivalence} ${match.code} ${match.map} ${isTranslated(match)}`,
    )
  assert.deepEqual(into({ code: '1' }), ['equivalent ty urn:old-to-new true', 'wider kinds urn:old-to-new true'])
  assert.deepEqual(into({ code: '2' }), ['unmatched undefined urn:old-to-new false'])
  assert.deepEqual(into({ code: '3' }), ['equal bedsit urn:rest true'])
  assert.deepEqual(into({ code: '4' }), [])
  assert.deepEqual(into({ code: '1', targetSystem: 'http://loinc.org' }), [])
  assert.deepEqual(into({ code: 'kinds', system: HOMES, reverse: true }), ['narrower 1 urn:old-to-new true'])
})

test('R4’s own maps say what a gender is in HL7 v2', () => {
  const [match] = translate(held, held.maps, {
    system: 'http://hl7.org/fhir/administrative-gender',
    code: 'other',
    source: undefined,
    target: 'http://terminology.hl7.org/ValueSet/v2-0001',
    targetSystem: undefined,
    reverse: false,
  })
  assert.equal(match?.system, 'http://terminology.hl7.org/CodeSystem/v2-0001')
  assert.ok(match && isTranslated(match))
})
