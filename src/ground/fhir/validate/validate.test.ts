import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { validate } from './validate.ts'

const mair = {
  resourceType: 'Patient',
  id: 'mair-pritchard',
  name: [{ use: 'official', family: 'Pritchard', given: ['Mair', null], _given: [null, { extension: [later()] }] }],
  gender: 'female',
  birthDate: '1942-03-01',
  _birthDate: { id: 'born' },
  deceasedBoolean: false,
  managingOrganization: { reference: 'Organization/meddygfa-glan-hafren' },
}

function later() {
  return { url: 'https://cydofal.example/later', valueString: 'Eluned' }
}

/** What is wrong, each as the kind and the place. */
function found(resource: unknown): string[] {
  return validate(resource).map(({ problem, expression }) => `${problem} ${expression}`)
}

test('a patient as R4 wants her is let be', () => {
  assert.deepEqual(validate(mair), [])
})

test('what R4 does not have is found, with where it is', () => {
  assert.deepEqual(found({ ...mair, nickname: 'Mai' }), ['unknownElement Patient.nickname'])
  assert.deepEqual(found({ ...mair, _name: [{ id: 'a' }] }), ['unknownElement Patient._name'])
  assert.deepEqual(found({ ...mair, 'a.b': 1 }), ['unknownElement Patient'])
  assert.deepEqual(found({ resourceType: 'Persona' }), ['unknownType Persona'])
  assert.deepEqual(found({ resourceType: 'DomainResource' }), ['unknownType DomainResource'])
  for (const none of [null, undefined, 1, 'Patient', [mair], {}])
    assert.deepEqual(found(none), ['notResource Resource'])
})

test('a list stands where there may be several, and nowhere else', () => {
  assert.deepEqual(found({ ...mair, name: mair.name[0] }), ['wrongForm Patient.name'])
  assert.deepEqual(found({ ...mair, gender: ['female'] }), ['wrongForm Patient.gender'])
  assert.deepEqual(found({ ...mair, name: ['Mair'] }), ['wrongForm Patient.name[0]'])
  assert.deepEqual(found({ ...mair, name: [] }), ['empty Patient.name'])
})

test('nothing is empty: no object, no text, and a null only where it keeps a place', () => {
  assert.deepEqual(found({ ...mair, maritalStatus: {} }), ['empty Patient.maritalStatus'])
  assert.deepEqual(found({ ...mair, maritalStatus: { id: 'only' } }), ['empty Patient.maritalStatus'])
  assert.deepEqual(found({ ...mair, gender: null }), ['empty Patient.gender'])
  assert.deepEqual(found({ ...mair, name: [{ given: ['Mair', null] }] }), ['empty Patient.name[0].given[1]'])
  assert.deepEqual(found({ ...mair, name: [null] }), ['empty Patient.name[0]'])
  assert.deepEqual(found({ ...mair, name: [{ text: ' ' }] }), ['wrongValue Patient.name[0].text'])
})

test('what must be there is missed, unless it says why it is not', () => {
  const observation = { resourceType: 'Observation', code: { text: 'Weight' } }
  assert.deepEqual(found(observation), ['missing Observation.status'])
  assert.deepEqual(found({ ...observation, _status: { extension: [later()] } }), [])
})

test('of a choice there is one', () => {
  assert.deepEqual(found({ ...mair, deceasedDateTime: '2026' }), ['severalOfChoice Patient.deceased'])
  assert.deepEqual(found({ ...mair, deceasedBoolean: undefined, deceasedString: 'no' }).slice(-1), [
    'unknownElement Patient.deceasedString',
  ])
})

test('a required code is of its value set, by its system where it has one', () => {
  assert.deepEqual(found({ ...mair, gender: 'f' }), ['unknownCode Patient.gender'])
  const allergy = (system: string) => ({
    resourceType: 'AllergyIntolerance',
    patient: { reference: 'Patient/mair-pritchard' },
    clinicalStatus: { coding: [{ system, code: 'active' }] },
  })
  assert.deepEqual(found(allergy('http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical')), [])
  assert.deepEqual(found(allergy('http://example.org')), ['unknownCode AllergyIntolerance.clinicalStatus'])
})

test('a reference points to what it may point to; one that nobody can follow is warned of', () => {
  const at = (reference: string) => validate({ ...mair, managingOrganization: { reference } })
  for (const good of ['Organization/a', 'https://example.org/x/Organization/1', 'urn:uuid:1', 'Organization?name=a'])
    assert.deepEqual(at(good), [], good)
  for (const lost of ['Organisation/a', 'Organization/', 'Organization/a b', 'a'])
    assert.deepEqual(
      at(lost).map(({ severity, problem }) => `${severity} ${problem}`),
      ['warning wrongReference'],
    )
  assert.deepEqual(
    at('Practitioner/a').map(({ severity }) => severity),
    ['error'],
  )
  assert.deepEqual(found({ ...mair, managingOrganization: { type: 'Practitioner', display: 'A' } }).length, 1)
})

test('what R4 says in words alone is kept too', () => {
  assert.deepEqual(found({ ...mair, maritalStatus: { coding: [{ system: 'local', code: '1' }] } }), [
    'wrongValue Patient.maritalStatus.coding[0].system',
  ])
  const photo = (size: number) => found({ ...mair, photo: [{ contentType: 'image/png', data: 'AAAA', size }] })
  assert.deepEqual(photo(3), [])
  assert.deepEqual(photo(100), ['wrongValue Patient.photo[0].size'])
  const coded = (code: string) =>
    found({ ...mair, meta: { tag: [{ system: 'http://hl7.org/fhir/days-of-week', code }] } })
  assert.deepEqual(coded('mon'), [])
  assert.deepEqual(coded('llun'), ['unknownCode Patient.meta.tag[0].code'])
  const item = { linkId: 'a', type: 'string', enableWhen: [enabled(), enabled()] }
  assert.deepEqual(
    found({ resourceType: 'Questionnaire', status: 'draft', item: [item] })[0],
    'brokenRule Questionnaire.item[0]',
  )
})

function enabled() {
  return { question: 'b', operator: 'exists', answerBoolean: true }
}

test('what is contained, and what is in a bundle, is looked at as what it is', () => {
  const contained = [{ resourceType: 'Organization', id: 'a', name: 1 }]
  assert.deepEqual(found({ ...mair, contained }), ['wrongValue Patient.contained[0].name'])
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: { ...mair, gender: 'f' } }] }
  assert.deepEqual(found(bundle), ['unknownCode Bundle.entry[0].resource.gender'])
})

test('what points within its own resource finds what is contained there, and what is contained is pointed to', () => {
  const contained = [{ resourceType: 'Organization', id: 'a', name: 'Glan Hafren' }]
  const managingOrganization = { reference: '#a' }
  assert.deepEqual(found({ ...mair, contained, managingOrganization }), [])
  assert.deepEqual(found({ ...mair, managingOrganization }), ['brokenRule Patient.managingOrganization'])
  assert.deepEqual(found({ ...mair, contained }), ['brokenRule Patient'])
  const back = [
    { resourceType: 'Observation', id: 'b', status: 'final', code: { text: 'a' }, subject: { reference: '#' } },
  ]
  assert.deepEqual(found({ ...mair, contained: back }), [])
  assert.deepEqual(found({ ...mair, managingOrganization: { reference: '#' } }), [
    'brokenRule Patient.managingOrganization',
  ])
  const bundle = { resourceType: 'Bundle', type: 'collection' }
  assert.deepEqual(found({ ...bundle, entry: [{ resource: { ...mair, contained, managingOrganization } }] }), [])
})

test('the rules of a type are kept, and a breach says the rule', () => {
  const [contact] = validate({ ...mair, contact: [{ gender: 'female' }] })
  assert.equal(contact?.expression, 'Patient.contact[0]')
  assert.match(contact?.diagnostics ?? '', /^pat-1: SHALL at least contain/)
  assert.deepEqual(found({ ...mair, extension: [{ url: 'https://cydofal.example/a' }] }), [
    'brokenRule Patient.extension[0]',
  ])
  assert.deepEqual(found({ ...mair, extension: [{ ...later(), extension: [later()] }] }), [
    'brokenRule Patient.extension[0]',
  ])
  const period = (start: string, end: string) => found({ ...mair, name: [{ text: 'Mair', period: { start, end } }] })
  assert.deepEqual(period('2026-05-02', '2026-05-01'), ['brokenRule Patient.name[0].period'])
  assert.deepEqual(period('2026-05-02', '2026'), [])
})

test('a rule that R4 only advises is a warning', () => {
  const valueSet = { resourceType: 'ValueSet', status: 'draft', name: 'not a name' }
  const [issue] = validate(valueSet)
  assert.deepEqual([issue?.severity, issue?.code], ['warning', 'invariant'])
  const entry = Array.from({ length: 300 }, () => ({ resource: valueSet }))
  const many = validate({ resourceType: 'Bundle', type: 'collection', entry })
  assert.ok(many.length === 100 && many.every(({ severity }) => severity === 'warning'))
})

test('each issue says of what kind it is, as FHIR names kinds, and what was found', () => {
  const [issue] = validate({ ...mair, gender: 'f' })
  assert.deepEqual(issue, {
    severity: 'error',
    code: 'code-invalid',
    problem: 'unknownCode',
    diagnostics: 'f is not in http://hl7.org/fhir/ValueSet/administrative-gender',
    expression: 'Patient.gender',
  })
})

test('what is very deep, or wrong in very many places, ends in time', () => {
  let extension: unknown = later()
  for (let depth = 0; depth < 20_000; depth++)
    extension = { url: 'https://cydofal.example/deep', extension: [extension] }
  assert.deepEqual(
    validate({ ...mair, extension: [extension] }).map(({ problem }) => problem),
    ['tooMuch'],
  )
  const name = Array.from({ length: 100_000 }, () => ({ a: 1 }))
  assert.equal(validate({ ...mair, name }).length, 101)
})

test('no value makes it throw, and none passes that is no resource', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.jsonValue()), value => {
      assert.notEqual(validate(value).length, 0)
    }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(mair).slice(1)), fc.jsonValue(), (key, value) => {
      validate({ ...mair, [key]: value })
    }),
  )
})
