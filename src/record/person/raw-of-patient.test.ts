import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Patient } from 'fhir/r4.js'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { nhsNumberIdentifier } from './patient.ts'
import { isMarkedSensitive, uprnKey } from './patient-extensions.ts'
import { rawOfPatient } from './raw-of-patient.ts'
import { standardise } from './standard/standardise.ts'

/** Published examples; outside the repository because of their licences. */
const SHARED = process.env.CYDOFAL_SHARED_DATA ?? '../shared/data'
const absent = existsSync(join(SHARED, 'pds-fhir')) ? false : 'the shared examples are not on this machine'

test('all that a record says of who it is about is read from it', () => {
  const standard = standardise(
    rawOfPatient({
      resourceType: 'Patient',
      identifier: [
        { system: 'urn:cydofal:bwrdd-iechyd', value: 'H1' },
        nhsNumberIdentifier(number('9990000042'), true),
      ],
      name: [
        { use: 'maiden', family: 'Bowen' },
        { use: 'official', family: 'Pritchard', given: ['Mair', 'Eluned'], prefix: ['Mrs'] },
        { use: 'nickname', given: ['Mari'] },
      ],
      birthDate: '1942-03-17',
      gender: 'female',
      address: [
        { line: ['3 Llys y Berllan'], city: 'Llanfeilir', postalCode: 'GH2 4DW', extension: [uprnKey('999000240003')] },
        { use: 'old', line: ['12 Heol Las'], postalCode: 'GH5 1SE' },
        { use: 'work', line: ['Neuadd y Sir'], postalCode: 'GH1 1AA' },
      ],
      telecom: [
        { system: 'phone', value: '01632 960142' },
        { system: 'email', value: 'mair@post.example' },
      ],
      deceasedDateTime: '2026-07-01',
    }),
  )
  assert.equal(standard.nhsNumber, '9990000042')
  assert.ok(standard.nhsNumberVerified)
  assert.deepEqual(
    standard.names.map(({ given, surname }) => `${given} ${surname}`),
    ['mair pritchard', 'mair bowen', 'mari pritchard'],
  )
  assert.deepEqual(standard.born, { year: 1942, month: 3, day: 17, isProxy: false })
  assert.deepEqual(
    standard.addresses.map(({ uprn, postcode }) => [uprn, postcode]),
    [
      ['999000240003', 'GH24DW'],
      [undefined, 'GH51SE'],
    ],
  )
  assert.deepEqual([standard.phones, standard.emails], [['632960142'], ['mair@post.example']])
  assert.equal(standard.died, '2026-07-01')
})

test('a right number is read before a damaged one', () => {
  const damaged = { system: 'urn:cydofal:nhs-number-rejected', value: '9990000043' }
  const both = {
    resourceType: 'Patient' as const,
    identifier: [damaged, nhsNumberIdentifier(number('9990000042'), false)],
  }
  assert.equal(standardise(rawOfPatient(both)).nhsNumber, '9990000042')
  const alone = standardise(rawOfPatient({ resourceType: 'Patient', identifier: [damaged] }))
  assert.deepEqual([alone.nhsNumber, alone.nhsNumberDamaged], [undefined, '9990000043'])
})

test('somebody who is not registered as at birth is compared by neither sex', () => {
  const birthSex = (code: string) => ({
    url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-BirthSex',
    valueCodeableConcept: { coding: [{ code }] },
  })
  const sexOf = (patient: Omit<Patient, 'resourceType'>) =>
    standardise(rawOfPatient({ resourceType: 'Patient', ...patient })).sex
  assert.equal(sexOf({ gender: 'female' }), 'F')
  assert.equal(sexOf({ gender: 'female', extension: [birthSex('F')] }), 'F')
  assert.equal(sexOf({ gender: 'female', extension: [birthSex('M')] }), undefined)
  assert.equal(sexOf({ gender: 'other' }), undefined)
})

test('the national service’s published patients are read, and the protected one is known as such', {
  skip: absent,
}, () => {
  const jane = published('pds-fhir/mocks__Patient.json')
  const standard = standardise(rawOfPatient(jane))
  assert.deepEqual(standard.names[0], { given: 'jane', middle: [], surname: 'smith', surnameParts: ['smith'] })
  assert.deepEqual([standard.nhsNumber, standard.nhsNumberVerified], ['9000000009', true])
  assert.equal(standard.addresses[0]?.postcode, 'LS16AE')
  assert.deepEqual(standard.emails, ['jane.smith@example.com'])
  assert.equal(isMarkedSensitive(jane), false)
  assert.equal(isMarkedSensitive(published('pds-fhir/mocks__Sensitive_Patient.json')), true)
})

test('every published UK Core patient is read', { skip: absent }, () => {
  const folder = join(SHARED, 'uk-core', 'examples', 'json')
  const files = readdirSync(folder).filter(name => /Patient/.test(name) && name.endsWith('.json'))
  const patients = files.map(name => JSON.parse(readFileSync(join(folder, name), 'utf8'))).filter(isPatient)
  assert.ok(patients.length >= 2)
  for (const patient of patients) assert.ok(standardise(rawOfPatient(patient)))
})

function number(text: string) {
  const parsed = parseNhsNumber(text)
  assert.ok(parsed)
  return parsed
}

function published(file: string): Patient {
  return JSON.parse(readFileSync(join(SHARED, file), 'utf8'))
}

function isPatient(resource: { resourceType?: string }): resource is Patient {
  return resource.resourceType === 'Patient'
}
