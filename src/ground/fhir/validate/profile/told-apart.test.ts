import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StructureDefinition, ValueSet } from 'fhir/r4.js'
import { terminologyOf } from '#ground/fhir/terminology/terminology.ts'
import { validate } from '../validate.ts'
import { profilesOf } from './profiles.ts'
import { BASE, element, profile } from './test-profile.ts'

const set: ValueSet = {
  resourceType: 'ValueSet',
  url: 'urn:visits',
  status: 'active',
  compose: { include: [{ system: 'urn:s', concept: [{ code: 'ymolchi', display: 'Ymolchi' }, { code: 'prydau' }] }] },
}
const endless: ValueSet = {
  resourceType: 'ValueSet',
  url: 'urn:all',
  status: 'active',
  compose: { include: [{ system: 'http://snomed.info/sct' }] },
}

/** All that is found, by these definitions, wrong or not. */
function found(resource: object, ...definitions: StructureDefinition[]): string[] {
  const made = profilesOf(definitions, [], terminologyOf([set, endless]))
  assert.ok(made.ok)
  const said = { ...resource, meta: { profile: definitions.map(({ url }) => url) } }
  return validate(said, { profiles: made.value })
    .filter(({ profile }) => profile !== undefined)
    .map(({ severity, problem, expression }) => `${severity} ${problem} ${expression}`)
}

const reading = { resourceType: 'Observation', status: 'final', code: { text: 'ymweliad' } }
const bound = (strength: 'extensible' | 'preferred' | 'required', valueSet = 'urn:visits') =>
  profile('urn:bound', 'Observation', [element('Observation.code', { binding: { strength, valueSet } })])
const coded = (...coding: object[]) => ({ ...reading, code: { coding } })

test('a code outside is a warning where one of the set is to be taken if it fits, and is told which is called the same', () => {
  const other = { system: 'urn:t', code: 'golchi', display: 'ymolchi' }
  assert.deepEqual(found(coded(other), bound('extensible')), ['warning otherCode Observation.code'])
  assert.deepEqual(found(coded(other), bound('required')), ['error unknownCode Observation.code'])
  assert.deepEqual(found(coded(other), bound('preferred')), [])
  assert.deepEqual(found(coded(other, { system: 'urn:s', code: 'prydau' }), bound('extensible')), [])
  assert.deepEqual(found(reading, bound('extensible')), [])
  // Where the codes cannot be told nobody is warned.
  const disease = { system: 'http://snomed.info/sct', code: '73211009' }
  assert.deepEqual(found(coded(disease), bound('extensible', 'urn:all')), [])
  assert.deepEqual(found(coded(other), bound('extensible', 'urn:all')), ['warning otherCode Observation.code'])
  assert.deepEqual(found(coded(other), bound('extensible', 'urn:gone')), [])
  const made = profilesOf([bound('extensible')], [], terminologyOf([set]))
  assert.ok(made.ok)
  const profiles = made.value
  const told = (coding: object) =>
    validate({ ...coded(coding), meta: { profile: ['urn:bound'] } }, { profiles }).at(-1)?.diagnostics
  assert.equal(told(other), 'golchi is not in urn:visits: ymolchi there is called the same')
  assert.equal(told({ system: 'urn:t', code: 'x' }), 'x is not in urn:visits: take one of it where one fits')
})

test('what a profile requires stays required in one that is made from it', () => {
  const looser = profile(
    'urn:looser',
    'Observation',
    [element('Observation.code', { binding: { strength: 'extensible', valueSet: 'urn:all' } })],
    { baseDefinition: 'urn:bound' },
  )
  const made = profilesOf([bound('required'), looser], [], terminologyOf([set, endless]))
  assert.ok(made.ok)
  const resource = { ...coded({ system: 'urn:t', code: 'x' }), meta: { profile: ['urn:looser'] } }
  const [issue] = validate(resource, { profiles: made.value })
  assert.deepEqual([issue?.severity, issue?.problem], ['error', 'unknownCode'])
})

const extension = (more: Partial<StructureDefinition>) =>
  profile('urn:ext', 'Extension', [element('Extension.url', { fixedUri: 'urn:ext' })], more)
const extended = { extension: [{ url: 'urn:ext', valueString: 'a' }] }
const patient = (more: object) => ({ resourceType: 'Patient', ...more })

test('an extension stands where its element, its path or the extension around it is named, and nowhere else', () => {
  const at = (type: 'element' | 'extension' | 'fhirpath', expression: string) =>
    extension({ context: [{ type, expression }] })
  const inHome = patient({ address: [{ use: 'old' }, { use: 'home', ...extended }] })
  const inOld = patient({ address: [{ use: 'old', ...extended }] })
  const wrong = (place: string) => [`error misplacedExtension ${place}`]
  for (const context of [at('element', 'Address'), at('element', 'Patient.address'), at('element', 'Element')])
    assert.deepEqual(found(inOld, context), [])
  assert.deepEqual(found(inOld, at('element', 'Patient.name')), wrong('Patient.address[0].extension[0]'))
  const path = at('fhirpath', "Patient.address.where(use = 'home')")
  assert.deepEqual(found(inHome, path), [])
  assert.deepEqual(found(inOld, path), wrong('Patient.address[0].extension[0]'))
  assert.deepEqual(found(patient(extended), at('fhirpath', 'Patient')), [])
  const born = patient({ birthDate: '1942-03-01', _birthDate: extended })
  assert.deepEqual(found(born, at('fhirpath', 'Patient.birthDate')), [])
  assert.deepEqual(found(born, at('fhirpath', 'Patient.deceased')), wrong('Patient.birthDate.extension[0]'))
  const within = (url: string) => patient({ extension: [{ url, extension: extended.extension }] })
  assert.deepEqual(found(within('urn:outer'), at('extension', 'urn:outer')), [])
  assert.deepEqual(found(within('urn:other'), at('extension', 'urn:outer')), wrong('Patient.extension[0].extension[0]'))
})

test('a rule of where an extension may stand is asked of what it stands in, and may name the extension', () => {
  const ruled = extension({
    context: [{ type: 'element', expression: 'Address' }],
    contextInvariant: ['use.exists()', "%extension.value != 'b'"],
  })
  assert.deepEqual(found(patient({ address: [{ use: 'home', ...extended }] }), ruled), [])
  const wrong = ['error misplacedExtension Patient.address[0].extension[0]']
  assert.deepEqual(found(patient({ address: [extended] }), ruled), wrong)
  const other = { use: 'home', extension: [{ url: 'urn:ext', valueString: 'b' }] }
  assert.deepEqual(found(patient({ address: [other] }), ruled), wrong)
  for (const broken of [{ contextInvariant: ['use..'] }, { context: [{ type: 'fhirpath', expression: '(' } as const] }])
    assert.deepEqual(found(patient(extended), extension(broken)), [])
})

/** Components of which those of the slice may be there once, told by a discriminator. */
const sliced = (
  type: 'exists' | 'pattern' | 'profile' | 'type' | 'value',
  path: string,
  ...says: ReturnType<typeof element>[]
) =>
  profile('urn:sliced', 'Observation', [
    element('Observation.component', { slicing: { discriminator: [{ type, path }], rules: 'open' } }),
    element('Observation.component:one', { sliceName: 'one', max: '1' }),
    ...says,
  ])
const inSlice = (id: string, says: Parameters<typeof element>[1]) => element(`Observation.component:one.${id}`, says)

test('slices are told apart by each kind of discriminator', () => {
  const of = (code: string, more: object = {}) => ({ code: { coding: [{ system: 'urn:s', code }] }, ...more })
  const pattern = { patternCodeableConcept: { coding: [{ system: 'urn:s', code: 'a' }] } }
  const cases: [StructureDefinition, own: object, other: object][] = [
    [sliced('value', 'code', inSlice('code', { min: 1, ...pattern })), of('a'), of('b')],
    [sliced('pattern', 'code', inSlice('code', { min: 1, ...pattern })), of('a'), of('b')],
    [sliced('value', 'code.coding.code', inSlice('code.coding.code', { fixedCode: 'a' })), of('a'), of('b')],
    [
      sliced('value', 'code', inSlice('code', { binding: { strength: 'required', valueSet: 'urn:visits' } })),
      of('prydau'),
      of('b'),
    ],
    [
      sliced('exists', 'interpretation', inSlice('interpretation', { min: 1 })),
      of('a', { interpretation: [{ text: 'uchel' }] }),
      of('a'),
    ],
    [
      sliced('exists', 'interpretation', inSlice('interpretation', { max: '0' })),
      of('a'),
      of('a', { interpretation: [{ text: 'uchel' }] }),
    ],
    [
      sliced('type', 'value', inSlice('value[x]', { min: 1, type: [{ code: 'Quantity' }] })),
      of('a', { valueQuantity: { value: 1 } }),
      of('a', { valueString: 'un' }),
    ],
  ]
  for (const [definition, own, other] of cases) {
    const told = JSON.stringify(definition.differential?.element.slice(2))
    assert.deepEqual(found({ ...reading, component: [own, other, other] }, definition), [], told)
    const twice = ['error tooMany Observation.component']
    assert.deepEqual(found({ ...reading, component: [own, own, other] }, definition), twice, told)
  }
  // A code that may be another, and a part that may be there or not, tell nothing: nobody is counted by them.
  const untold = [
    sliced('value', 'code', inSlice('code', { binding: { strength: 'extensible', valueSet: 'urn:visits' } })),
    sliced('exists', 'interpretation', inSlice('interpretation', { max: '1' })),
  ]
  for (const definition of untold)
    assert.deepEqual(found({ ...reading, component: [of('prydau'), of('prydau')] }, definition), [])
})

test('slices are told apart by the profile of what is contained and pointed to', () => {
  const nurse = profile('urn:nurse', 'Practitioner', [element('Practitioner.qualification', { min: 1 })])
  const seen = profile('urn:seen', 'Observation', [
    element('Observation.performer', {
      slicing: { discriminator: [{ type: 'profile', path: 'resolve()' }], rules: 'open' },
    }),
    element('Observation.performer:nurse', {
      sliceName: 'nurse',
      max: '1',
      type: [{ code: 'Reference', targetProfile: ['urn:nurse'] }],
    }),
  ])
  const made = profilesOf([nurse, seen], [], terminologyOf([]))
  assert.ok(made.ok)
  const by = (...ids: string[]) =>
    validate(
      {
        ...reading,
        meta: { profile: ['urn:seen'] },
        contained: [
          { resourceType: 'Practitioner', id: 'n', qualification: [{ code: { text: 'nyrs' } }] },
          { resourceType: 'Practitioner', id: 'm', qualification: [{ code: { text: 'nyrs' } }] },
          { resourceType: 'Practitioner', id: 'p' },
        ],
        performer: ids.map(id => ({ reference: `#${id}` })),
        note: ids.map(id => ({ text: 'a', authorReference: { reference: `#${id}` } })),
      },
      { profiles: made.ok ? made.value : undefined },
    )
      .filter(({ profile }) => profile === 'urn:seen')
      .map(({ problem, expression }) => `${problem} ${expression}`)
  assert.deepEqual(by('n', 'p', 'p'), [])
  assert.deepEqual(by('n', 'm', 'p'), ['tooMany Observation.performer'])
})

test('what is fixed is that and nothing more, what is a pattern at least that, in whole values too', () => {
  const quantity = { system: 'http://unitsofmeasure.org', code: 'kg' }
  const weight = (says: object) =>
    profile('urn:weight', 'Observation', [element('Observation.value[x]', { type: [{ code: 'Quantity' }], ...says })])
  const weighed = (valueQuantity: object) => ({ ...reading, valueQuantity })
  const wrong = ['error otherValue Observation.value']
  assert.deepEqual(found(weighed(quantity), weight({ fixedQuantity: quantity })), [])
  assert.deepEqual(found(weighed({ ...quantity, value: 61 }), weight({ fixedQuantity: quantity })), wrong)
  assert.deepEqual(found(weighed({ ...quantity, value: 61 }), weight({ patternQuantity: quantity })), [])
  assert.deepEqual(found(weighed({ ...quantity, code: 'g' }), weight({ patternQuantity: quantity })), wrong)
})

test('a rule of a profile is asked where it stands, and a warning stays one', () => {
  const rule = (severity: 'error' | 'warning') =>
    profile('urn:ruled', 'Observation', [
      element('Observation.component', {
        constraint: [{ key: 'a-1', severity, human: 'a value', expression: 'value.exists()' }],
      }),
    ])
  const parts = { ...reading, component: [{ code: { text: 'a' }, valueInteger: 1 }, { code: { text: 'b' } }] }
  assert.deepEqual(found(parts, rule('error')), ['error brokenRule Observation.component[1]'])
  assert.deepEqual(found(parts, rule('warning')), ['warning brokenRule Observation.component[1]'])
})

test('a type that a reference may not lead to is told at the reference', () => {
  const subject = profile('urn:subject', 'Observation', [
    element('Observation.subject', { type: [{ code: 'Reference', targetProfile: [`${BASE}Patient`] }] }),
  ])
  assert.deepEqual(found({ ...reading, subject: { reference: 'Location/a' } }, subject), [
    'error wrongReference Observation.subject',
  ])
})
