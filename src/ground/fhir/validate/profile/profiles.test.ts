import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { r4Terminology } from '#ground/fhir/terminology/r4.ts'
import { regionDefinitions } from '#ground/fhir/terminology/region.ts'
import { terminologyOf } from '#ground/fhir/terminology/terminology.ts'
import { validate } from '../validate.ts'
import { profilesOf } from './profiles.ts'
import { BASE, element, profile } from './test-profile.ts'

const NHS = 'https://fhir.nhs.uk/Id/nhs-number'

const HOME = profile(
  'urn:home',
  'Extension',
  [
    element('Extension.url', { fixedUri: 'urn:home' }),
    element('Extension.value[x]', {
      min: 1,
      type: [{ code: 'code' }],
      binding: { strength: 'required', valueSet: 'urn:homes' },
    }),
  ],
  { context: [{ type: 'element', expression: 'Patient.address' }] },
)
const PERSON = profile('urn:person', 'Patient', [
  element('Patient', {
    constraint: [
      {
        key: 'p-1',
        severity: 'error',
        human: 'a name or a birth date',
        expression: 'name.exists() or birthDate.exists()',
      },
    ],
  }),
  element('Patient.identifier', { slicing: { discriminator: [{ type: 'value', path: 'system' }], rules: 'closed' } }),
  element('Patient.identifier:nhs', { sliceName: 'nhs', min: 1, max: '1' }),
  element('Patient.identifier:nhs.system', { min: 1, fixedUri: NHS }),
  element('Patient.identifier:nhs.value', { min: 1 }),
  element('Patient.maritalStatus', { patternCodeableConcept: { coding: [{ system: 'urn:s' }] } }),
  element('Patient.deceased[x]', { type: [{ code: 'dateTime' }] }),
  element('Patient.generalPractitioner', { type: [{ code: 'Reference', targetProfile: [`${BASE}Organization`] }] }),
  element('Patient.photo', { max: '0' }),
])
const CHILD = profile('urn:child', 'Patient', [element('Patient.birthDate', { min: 1 })], {
  baseDefinition: 'urn:person',
})
const READING = profile('urn:reading', 'Observation', [
  element('Observation.value[x]:valueQuantity', { sliceName: 'valueQuantity', min: 1, type: [{ code: 'Quantity' }] }),
  element('Observation.value[x]:valueQuantity.unit', { min: 1 }),
  element('Observation.component', {
    slicing: { discriminator: [{ type: 'exists', path: 'dataAbsentReason' }], rules: 'open' },
  }),
  element('Observation.component:unread', { sliceName: 'unread', max: '1' }),
  element('Observation.component:unread.dataAbsentReason', { min: 1 }),
  element('Observation.performer', {
    slicing: { discriminator: [{ type: 'type', path: 'resolve()' }], rules: 'open' },
  }),
  element('Observation.performer:by', {
    sliceName: 'by',
    max: '1',
    type: [{ code: 'Reference', targetProfile: [`${BASE}Practitioner`] }],
  }),
])

const homes = terminologyOf([
  {
    resourceType: 'ValueSet',
    url: 'urn:homes',
    status: 'active',
    compose: { include: [{ system: 'urn:s', concept: [{ code: 'ty' }, { code: 'fflat' }] }] },
  },
])
const held = (on: string[] = []) => {
  const made = profilesOf([CHILD, HOME, PERSON, READING], on, homes)
  assert.ok(made.ok)
  return made.value
}
const wrong = (resource: object, on: string[] = []) =>
  validate(resource, { profiles: held(on) })
    .filter(({ severity }) => severity === 'error')
    .map(({ problem, expression, profile }) => `${problem} ${expression} ${profile}`)

const mair = {
  resourceType: 'Patient',
  meta: { profile: ['urn:person'] },
  identifier: [{ system: NHS, value: '9999999999' }],
  name: [{ text: 'Mair' }],
}

test('what keeps to its profile is taken, and what does not is told with the element and the profile', () => {
  assert.deepEqual(wrong(mair), [])
  const cases: [object, string][] = [
    [{ identifier: undefined }, 'missing Patient.identifier'],
    [{ identifier: [...mair.identifier, ...mair.identifier] }, 'tooMany Patient.identifier'],
    [{ identifier: [{ system: NHS, use: 'old' }] }, 'missing Patient.identifier[0].value'],
    [{ identifier: [...mair.identifier, { system: 'urn:other' }] }, 'noSlice Patient.identifier[1]'],
    [{ maritalStatus: { text: 'gweddw' } }, 'otherValue Patient.maritalStatus'],
    [{ deceasedBoolean: true }, 'otherType Patient.deceased'],
    [{ generalPractitioner: [{ reference: 'Practitioner/a' }] }, 'wrongReference Patient.generalPractitioner[0]'],
    [{ photo: [{ url: 'urn:a' }] }, 'tooMany Patient.photo'],
    [{ name: undefined }, 'brokenRule Patient'],
  ]
  for (const [change, said] of cases) {
    const resource = JSON.parse(JSON.stringify({ ...mair, ...change })) as object
    assert.deepEqual(wrong(resource), [`${said} urn:person`])
  }
})

test('a profile stands upon the one that it is made from', () => {
  const said = wrong({ ...mair, meta: { profile: ['urn:child'] }, photo: [{ url: 'urn:a' }] })
  assert.deepEqual(said.toSorted(), ['missing Patient.birthDate urn:child', 'tooMany Patient.photo urn:child'])
})

test('a profile that is turned on is asked of every resource of its type, in a bundle too, and not of what is contained', () => {
  const bare = { resourceType: 'Patient', name: [{ text: 'Mair' }] }
  assert.deepEqual(wrong(bare), [])
  assert.deepEqual(wrong(bare, ['urn:person']), ['missing Patient.identifier urn:person'])
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: bare }] }
  assert.deepEqual(wrong(bundle, ['urn:person']), ['missing Bundle.entry[0].resource.identifier urn:person'])
  const list = {
    resourceType: 'Basic',
    code: { text: 'a' },
    contained: [{ ...bare, id: 'm' }],
    subject: { reference: '#m' },
  }
  assert.deepEqual(wrong(list, ['urn:person']), [])
})

test('an extension keeps to its own definition wherever it stands', () => {
  const home = (valueCode: string) => ({ url: 'urn:home', valueCode })
  const at = (extension: object) => ({ ...mair, address: [{ extension: [extension] }] })
  assert.deepEqual(wrong(at(home('ty'))), [])
  assert.deepEqual(wrong(at(home('castell'))), ['unknownCode Patient.address[0].extension[0].value urn:home'])
  assert.deepEqual(wrong(at({ url: 'urn:home', valueString: 'ty' })), [
    'otherType Patient.address[0].extension[0].value urn:home',
  ])
  assert.deepEqual(wrong({ ...mair, extension: [home('ty')] }), ['misplacedExtension Patient.extension[0] urn:home'])
})

test('slices are told apart by type, by what is there, and by what is pointed to', () => {
  const reading = {
    resourceType: 'Observation',
    meta: { profile: ['urn:reading'] },
    status: 'final',
    code: { text: 'pulse' },
    valueQuantity: { value: 60, unit: '/min' },
  }
  const unread = { code: { text: 'a' }, dataAbsentReason: { text: 'b' } }
  assert.deepEqual(wrong({ ...reading, component: [unread, { code: { text: 'c' } }, { code: { text: 'd' } }] }), [])
  assert.deepEqual(wrong({ ...reading, component: [unread, unread] }), ['tooMany Observation.component urn:reading'])
  assert.deepEqual(wrong({ ...reading, valueQuantity: { value: 60 } }), ['missing Observation.value.unit urn:reading'])
  const by = (type: string) => ({ reference: `${type}/a` })
  assert.deepEqual(wrong({ ...reading, performer: [by('Practitioner'), by('Organization')] }), [])
  assert.deepEqual(wrong({ ...reading, performer: [by('Practitioner'), by('Practitioner')] }), [
    'tooMany Observation.performer urn:reading',
  ])
})

test('what is turned on must be there, and stand upon what is', () => {
  assert.deepEqual(profilesOf([CHILD], ['urn:child'], homes), { ok: false, problem: 'urn:child' })
  assert.deepEqual(profilesOf([], ['urn:gone'], homes), { ok: false, problem: 'urn:gone' })
  assert.deepEqual(profilesOf([HOME], ['urn:home'], homes), { ok: false, problem: 'urn:home' })
  const broken = profile('urn:broken', 'Patient', [
    element('Patient', { constraint: [{ key: 'a', severity: 'error', human: '', expression: 'name..' }] }),
  ])
  assert.deepEqual(profilesOf([broken], ['urn:broken'], r4Terminology()), { ok: false, problem: 'urn:broken' })
})

const shared = process.env.CYDOFAL_SHARED_DATA ?? '../shared/data'
const published = ['uk-core/structuredefinitions', 'wales-fhir/Profiles', 'wales-fhir/Extensions']

test('every published profile of the United Kingdom and of Wales can be used', { skip: !existsSync(shared) }, () => {
  const region = regionDefinitions(published.map(folder => join(shared, folder)))
  assert.ok(region.ok)
  const { structures, terminology } = region.value
  const profiles = profilesOf(structures, [], terminology)
  assert.ok(profiles.ok && structures.length > 200)
  const lost = structures.filter(({ url }) => profiles.ok && profiles.value.find(url) === undefined)
  assert.deepEqual(lost, [])
})

test('UK Core warns of a marital status of its own where the national set has one of that name', {
  skip: !existsSync(shared),
}, () => {
  const folders = [...published, 'uk-core/valuesets', 'uk-core/codesystems']
  const region = regionDefinitions(folders.map(folder => join(shared, folder)))
  assert.ok(region.ok)
  const url = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient'
  const profiles = profilesOf(region.value.structures, [url], region.value.terminology)
  assert.ok(profiles.ok)
  const told = (code: string, display: string) => {
    const coding = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-MaritalStatus', code, display }]
    const resource = { resourceType: 'Patient', name: mair.name, maritalStatus: { coding } }
    return validate(resource, { profiles: profiles.ok ? profiles.value : undefined })
  }
  assert.deepEqual(told('M', 'Married'), [])
  const [issue, ...others] = told('Q', 'Married')
  assert.deepEqual(
    [issue?.severity, issue?.problem, issue?.expression, issue?.profile],
    ['warning', 'otherCode', 'Patient.maritalStatus', url],
  )
  assert.match(issue?.diagnostics ?? '', /: M there is called the same$/)
  assert.deepEqual(others, [])
})
