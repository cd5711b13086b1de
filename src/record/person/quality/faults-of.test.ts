import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Patient } from 'fhir/r4.js'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { NHS_NUMBER_REJECTED_SYSTEM, NHS_NUMBER_SYSTEM, nhsNumberIdentifier } from '../patient.ts'
import { RECORD_FAULTS, type RecordFault } from './fault.ts'
import { faultsOf } from './faults-of.ts'

const TODAY = '2026-11-22'
const NUMBER = parseNhsNumber('9990006555')!

/** A record with everything in it, of which each case takes or spoils one thing. */
const WHOLE: Patient = {
  resourceType: 'Patient',
  identifier: [nhsNumberIdentifier(NUMBER, true)],
  name: [{ use: 'official', family: 'Watkin', given: ['Ifan', 'Gwyn'] }],
  birthDate: '1944-12-01',
  gender: 'male',
  address: [
    {
      use: 'home',
      line: ['2 Rhes yr Efail'],
      postalCode: 'GH5 1SE',
      extension: [
        {
          url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AddressKey',
          extension: [
            { url: 'type', valueCodeableConcept: { coding: [{ code: 'UPRN' }] } },
            { url: 'value', valueString: '999000510002' },
          ],
        },
      ],
    },
  ],
  telecom: [{ system: 'phone', value: '01632 960244' }],
}

/** Every fault of one record, and a record that has it and nothing else. */
const SEEDED: Readonly<Record<Exclude<RecordFault, 'number-shared'>, readonly Partial<Patient>[]>> = {
  'number-missing': [{ identifier: [] }, { identifier: [number('')] }],
  'number-placeholder': ['0000000000', '9999999999', '1234567890', '999 999 9999', 'UNKNOWN'].map(withNumber),
  'number-wrong': [
    ...['9990006556', '999000655', '99900065555', 'ABC'].map(withNumber),
    { identifier: [{ system: NHS_NUMBER_REJECTED_SYSTEM, value: '9990006556' }] },
  ],
  'number-unverified': [{ identifier: [nhsNumberIdentifier(NUMBER, false)] }],
  'name-missing': [{ name: [] }, named('Watkin'), named(undefined, 'Ifan'), named('-', '.')],
  'name-placeholder': [named('Unknown', 'Ifan'), named('Watkin', 'Baby'), named('ANHYSBYS', 'Anhysbys')],
  'born-missing': [{ birthDate: '' }, without('birthDate')],
  'born-proxy': ['1944-01-01', '1944', '1944-12'].map(born),
  'born-impossible': ['1944-02-30', '1894-05-05', 'yesterday'].map(born),
  'born-future': ['2026-11-23', '2044-12-01'].map(born),
  'sex-missing': [without('gender'), { gender: 'unknown' }],
  'address-missing': [living({ line: [] }), living({ line: [' - '] })],
  'postcode-missing': [living({ postalCode: '' }), living({ postalCode: 'ZZ99 3VZ' })],
  'postcode-wrong': ['GH5', 'GH5 1S', 'GH55 11SE', '5GH 1SE'].map(postalCode => living({ postalCode })),
  'uprn-missing': [living({ extension: [] })],
  'phone-missing': [{ telecom: [] }, phone('0000000000'), phone('960244')],
}

test('a record with everything in it has no fault', () => {
  assert.deepEqual(faultsOf(WHOLE, TODAY), [])
})

for (const [fault, spoilings] of Object.entries(SEEDED)) {
  test(`${fault} is found where it was put, and nothing else is`, () => {
    for (const spoiling of spoilings) {
      assert.deepEqual(faultsOf({ ...WHOLE, ...spoiling }, TODAY), [fault], JSON.stringify(spoiling))
    }
  })
}

test('every fault that one record can have was put into one', () => {
  assert.deepEqual(
    RECORD_FAULTS.filter(fault => fault !== 'number-shared' && !(fault in SEEDED)),
    [],
  )
})

test('somebody with nothing but a family name lacks everything else', () => {
  assert.deepEqual(faultsOf({ resourceType: 'Patient', name: [{ family: 'Marlow' }] }, TODAY), [
    'number-missing',
    'name-missing',
    'born-missing',
    'sex-missing',
    'address-missing',
    'postcode-missing',
    'uprn-missing',
    'phone-missing',
  ])
})

test('a family called Baby has a name, and so has somebody known by a second one', () => {
  assert.deepEqual(faultsOf({ ...WHOLE, ...named('Baby', 'Thomas') }, TODAY), [])
  const name = [
    { family: 'Unknown', given: ['Male'] },
    { family: 'Watkin', given: ['Ifan'] },
  ]
  assert.deepEqual(faultsOf({ ...WHOLE, name }, TODAY), [])
})

test('a day of birth after the day of death cannot be', () => {
  assert.deepEqual(faultsOf({ ...WHOLE, deceasedDateTime: '1944-11-30T10:00:00Z' }, TODAY), ['born-impossible'])
  assert.deepEqual(faultsOf({ ...WHOLE, deceasedDateTime: '2026-11-20T10:00:00Z' }, TODAY), [])
})

test('the postcode of a house left long ago is not looked at', () => {
  const address = [...WHOLE.address!, { use: 'old' as const, line: ['1 Stryd Fawr'], postalCode: 'nonsense' }]
  assert.deepEqual(faultsOf({ ...WHOLE, address }, TODAY), [])
})

function number(value: string) {
  return { system: NHS_NUMBER_SYSTEM, value }
}

function withNumber(value: string): Partial<Patient> {
  return { identifier: [number(value)] }
}

function named(family: string | undefined, given?: string): Partial<Patient> {
  return { name: [{ ...(family !== undefined && { family }), ...(given !== undefined && { given: [given] }) }] }
}

function born(birthDate: string): Partial<Patient> {
  return { birthDate }
}

function living(change: object): Partial<Patient> {
  return { address: [{ ...WHOLE.address![0], ...change }] }
}

function phone(value: string): Partial<Patient> {
  return { telecom: [{ system: 'phone', value }] }
}

function without(field: 'birthDate' | 'gender'): Partial<Patient> {
  return { [field]: undefined }
}
