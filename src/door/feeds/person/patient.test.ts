import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AdtPerson } from '#ground/hl7/adt-event.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { uprnOf } from '#record/person/patient-extensions.ts'
import { rawOfPatient } from '#record/person/raw-of-patient.ts'
import { patientAfter } from './patient.ts'

const HERE = { facility: 'YGH' }
const MAIR: AdtPerson = {
  localIds: [{ value: 'H2088071', authority: 'GHB', type: 'PI' }],
  names: [{ family: 'PRITCHARD', given: ['MAIR'], use: 'L' }],
}

test('aliases stay while a message does not speak of them, and go when it takes them away', () => {
  const first = after({ aliases: [{ family: 'BOWEN', given: ['MAIR'], use: 'M' }] })
  const again = patientAfter(first, { ...MAIR, names: [{ family: 'PRITCHARD', given: ['MAIR', 'E'], use: 'L' }] }, HERE)
  assert.deepEqual(
    again.name?.map(({ use, text }) => [use, text]),
    [
      ['official', 'Mair E Pritchard'],
      ['maiden', 'Mair Bowen'],
    ],
  )
  assert.equal(patientAfter(again, { ...MAIR, aliases: null }, HERE).name?.length, 1)
})

test('an e-mail address is kept beside the telephone, and each stays while nothing is said of it', () => {
  const first = after({ phones: [{ number: '01632 960142', use: 'home' }], emails: ['mair@post.example'] })
  const again = patientAfter(first, { ...MAIR, phones: [{ number: '07700 900211', use: 'mobile' }] }, HERE)
  assert.deepEqual(again.telecom, [
    { system: 'phone', value: '07700 900211', use: 'mobile' },
    { system: 'email', value: 'mair@post.example' },
  ])
})

test('where somebody was born is not where they live', () => {
  const patient = after({
    addresses: [
      { lines: ['3 Llys y Berllan'], postcode: 'GH2 4DW', kind: 'home', uprn: '999000240003' },
      { lines: [], town: 'Abertawe', kind: 'birth' },
    ],
  })
  assert.equal(patient.address?.length, 1)
  assert.equal(uprnOf(patient.address?.[0] ?? {}), '999000240003')
  assert.deepEqual(patient.extension?.[0]?.valueAddress, { city: 'Abertawe' })
})

test('a number that cannot be an NHS number is kept, and believed by nobody', () => {
  const patient = after({ nhsNumberRejected: '9990000019' })
  assert.deepEqual(patient.identifier?.[1], { system: 'urn:cydofal:nhs-number-rejected', value: '9990000019' })
  assert.equal(rawOfPatient(patient).nhsNumber, '9990000019')
})

test('the status of a number that was not traced stays with it', () => {
  const number = parseNhsNumber('9990000042')!
  const patient = after({ nhsNumber: { number, verified: false, status: '03' } })
  assert.equal(rawOfPatient(patient).nhsNumberStatus, '03')
})

test('a death is as exact as it was sent, and never stands in two places', () => {
  const day = { at: new Date('2026-06-30T23:00:00Z'), precision: 'day' as const, date: '2026-07-01' }
  const dead = after({ deceased: true, deceasedAt: day })
  assert.deepEqual([dead.deceasedDateTime, dead.deceasedBoolean], ['2026-07-01', undefined])
  const known = patientAfter(after({ deceased: true }), { ...MAIR, deceasedAt: day }, HERE)
  assert.deepEqual([known.deceasedDateTime, known.deceasedBoolean], ['2026-07-01', undefined])
  const mistaken = patientAfter(dead, { ...MAIR, deceased: false, deceasedAt: null }, HERE)
  assert.deepEqual([mistaken.deceasedDateTime, mistaken.deceasedBoolean], [undefined, false])
})

test('a council’s and a landlord’s numbers stand under their own systems', () => {
  const naming = { ...HERE, identifierSystems: { GHB: 'https://fhir.ghb.example/Id/pas-identifier' } }
  const patient = patientAfter(undefined, { ...MAIR, otherIds: [{ value: 'TC-07731', authority: 'TAI' }] }, naming)
  assert.deepEqual(
    patient.identifier?.map(({ system, value, use }) => [system, value, use]),
    [
      ['https://fhir.ghb.example/Id/pas-identifier', 'H2088071', undefined],
      ['urn:cydofal:TAI', 'TC-07731', 'secondary'],
    ],
  )
})

test('a protected record is marked, and unmarked when its sender says so', () => {
  const marked = after({ isProtected: true })
  assert.deepEqual(
    marked.meta?.security?.map(({ code }) => code),
    ['R'],
  )
  assert.equal(patientAfter(marked, MAIR, HERE).meta?.security?.length, 1)
  assert.equal(patientAfter(marked, { ...MAIR, isProtected: false }, HERE).meta, undefined)
})

test('a twin’s order of birth is kept', () => {
  assert.equal(after({ multipleBirth: 2 }).multipleBirthInteger, 2)
  assert.equal(after({ multipleBirth: true }).multipleBirthBoolean, true)
})

function after(said: Partial<AdtPerson>) {
  return patientAfter(undefined, { ...MAIR, ...said }, HERE)
}
