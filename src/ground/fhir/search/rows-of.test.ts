import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Appointment, MedicationRequest, Observation, Patient } from 'fhir/r4.js'
import { rowNames } from './parameters.ts'
import { rowsOf } from './rows-of.ts'
import { KINDS, type Row } from './value/rows.ts'

const NHS = 'https://fhir.nhs.uk/Id/nhs-number'

const mmHg = (value: number) => ({ value, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' })

const gwyneth: Patient = {
  resourceType: 'Patient',
  active: true,
  identifier: [
    {
      system: NHS,
      value: '9990000018',
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'NH' }] },
    },
  ],
  name: [{ family: 'Tŷ Gwyn', given: ['Gwŷneth', 'Siân'] }],
  birthDate: '1942-03-29',
}

test('a name is found with and without its accents, and is kept as it is written', () => {
  const names = rowsOf(gwyneth).string.filter(({ parameter }) => parameter === 'name')
  assert.deepEqual(
    names.map(({ text, folded }) => [text, folded]),
    [
      ['Tŷ Gwyn', 'ty gwyn'],
      ['Gwŷneth', 'gwyneth'],
      ['Siân', 'sian'],
    ],
  )
})

test('an identifier is found by its system and by its type', () => {
  const tokens = rowsOf(gwyneth).token.filter(({ parameter }) => parameter.startsWith('identifier'))
  assert.deepEqual(
    tokens.map(({ parameter, system, code }) => [parameter, system, code]),
    [
      ['identifier', NHS, '9990000018'],
      ['identifier:of-type', 'http://terminology.hl7.org/CodeSystem/v2-0203|NH', '9990000018'],
    ],
  )
})

test('whoever is not said to have died is alive, and the time of a death says that somebody has', () => {
  const deceased = (patient: Patient) => rowsOf(patient).token.find(({ parameter }) => parameter === 'deceased')?.code
  assert.equal(deceased(gwyneth), 'false')
  assert.equal(deceased({ ...gwyneth, deceasedDateTime: '2026-11-01' }), 'true')
})

test('the days on which the clocks change have 23 hours and 25', () => {
  const hours = (day: string) => {
    const born: Patient = { ...gwyneth, birthDate: day }
    const [row] = rowsOf(born).date.filter(({ parameter }) => parameter === 'birthdate')
    return (Date.parse(row!.until) - Date.parse(row!.from)) / 3_600_000
  }
  assert.equal(hours('2026-03-29'), 23)
  assert.equal(hours('2026-10-25'), 25)
  assert.equal(hours('2026-11-22'), 24)
})

test('a period without an end goes on for ever', () => {
  const encounter = { resourceType: 'Encounter', period: { start: '2026-11-22T01:10:00Z' } }
  assert.deepEqual(rowsOf(encounter).date, [
    { parameter: 'date', ordinal: 0, from: '2026-11-22T01:10:00.000Z', until: 'infinity' },
  ])
})

test('500 mg is half a gram, and a value below a limit reaches down for ever', () => {
  const dose: Observation = {
    resourceType: 'Observation',
    status: 'final',
    code: {},
    valueQuantity: { value: 500, comparator: '<', unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' },
  }
  const spans = rowsOf(dose).quantity.filter(({ parameter }) => /^value-quantity(:base)?$/.test(parameter))
  assert.deepEqual(
    spans.map(({ low, high, code }) => [low, high, code]),
    [
      [null, 500, 'mg'],
      [null, 0.5, 'g'],
    ],
  )
})

test('a patient parameter has the patients that a reference leads to and nobody else', () => {
  const appointment: Appointment = {
    resourceType: 'Appointment',
    status: 'booked',
    participant: [
      { status: 'accepted', actor: { reference: 'Patient/mair', display: 'Mair' } },
      { status: 'accepted', actor: { reference: 'Practitioner/siân-1' } },
      { status: 'accepted', actor: { reference: 'Location/ward-4' } },
    ],
  }
  const { reference } = rowsOf(appointment)
  const of = (name: string) =>
    reference.filter(({ parameter }) => parameter === name).map(({ type, id }) => `${type}/${id}`)
  assert.deepEqual(of('patient'), ['Patient/mair'])
  assert.deepEqual(of('location'), ['Location/ward-4'])
})

test('what stands together in one component stays together', () => {
  const pressure: Observation = {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
    component: [
      { code: { coding: [{ code: '8480-6' }] }, valueQuantity: { value: 140 } },
      { code: { coding: [{ code: '8462-4' }] }, valueQuantity: { value: 90 } },
    ],
  }
  const rows = rowsOf(pressure)
  const parts = (place: number) => {
    const name = `component-code-value-quantity$${place}`
    return [...rows.token, ...rows.quantity].filter(({ parameter }) => parameter === name)
  }
  assert.deepEqual(
    parts(0).map(row => [row.ordinal, row.code]),
    [
      [0, '8480-6'],
      [1, '8462-4'],
    ],
  )
  assert.deepEqual(
    parts(1).map(({ ordinal }) => ordinal),
    [0, 1],
  )
})

test('of a whole that lacks a part nothing is kept, nor what is asked of no part: its words, its other units', () => {
  const counted = { code: { coding: [{ code: '8480-6', display: 'systolig' }] }, valueQuantity: mmHg(140) }
  const pressure: Observation = {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ code: '85354-9' }] },
    component: [counted, { code: { coding: [{ code: '8462-4' }] }, dataAbsentReason: { text: 'symudodd' } }],
  }
  const rows = rowsOf(pressure)
  const parts = KINDS.flatMap((kind): readonly Row[] => rows[kind]).filter(({ parameter }) => parameter.includes('$'))
  assert.deepEqual(
    parts.map(({ parameter, ordinal }) => [parameter, ordinal]),
    [
      ['component-code-value-quantity$0', 0],
      ['component-code-value-quantity$1', 0],
    ],
  )
})

test('what two parameters read is kept once, and found by both', () => {
  assert.deepEqual(rowNames('Patient', 'phonetic'), ['name'])
  assert.deepEqual(rowNames('Observation', 'combo-code:text'), ['code:text', 'component-code:text'])
  assert.deepEqual(rowNames('Observation', 'combo-code-value-quantity$0'), [
    'code-value-quantity$0',
    'component-code-value-quantity$0',
  ])
  assert.deepEqual(rowNames('CapabilityStatement', 'fhirversion'), ['version'])
  assert.deepEqual(rowNames('Observation', 'subject'), ['subject'])
  assert.ok(rowsOf(gwyneth).string.every(({ parameter }) => parameter !== 'phonetic'))
})

test('a medicine that is only contained is not missing, and is nowhere else', () => {
  const request: MedicationRequest = {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    contained: [{ resourceType: 'Medication', id: 'm' }],
    medicationReference: { reference: '#m' },
    subject: { reference: 'https://elsewhere.example/fhir/Patient/1' },
  }
  const { reference, uri } = rowsOf(request)
  assert.deepEqual(reference, [{ parameter: 'medication', ordinal: 0, type: 'Medication', id: '#m' }])
  assert.deepEqual(
    uri.map(({ parameter, uri }) => [parameter, uri]),
    [
      ['patient', 'https://elsewhere.example/fhir/Patient/1'],
      ['subject', 'https://elsewhere.example/fhir/Patient/1'],
    ],
  )
})

test('what is no resource in its parts is passed over: nothing is thrown at any shape', () => {
  for (const value of [null, 1, 'x', [], [[]], {}, { coding: 'x' }, [{ coding: [null, 1] }]])
    rowsOf({ resourceType: 'Observation', code: value, subject: value, effectivePeriod: value, value } as never)
  rowsOf({ resourceType: '__proto__' })
})
