import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Address, Patient } from 'fhir/r4.js'
import { uprnKey } from '#record/person/patient-extensions.ts'
import { practiceReference } from '#record/person/patient-facts.ts'
import { recordChanges } from './record-changes.ts'

const flat: Address = at(['Fflat 3', 'Llys y Berllan', 'Lôn y Felin'], 'Llanfeilir', 'GH2 4DW', '999000240103')

test('another door, street and town is a move', () => {
  assert.deepEqual(moved(flat, at(['5 Heol Newydd'], 'Aberelwyn', 'GH1 5RD')), ['moved-home'])
})

test('the same home in other words is none: capitals, a line left out, English for Welsh, the postcode unspaced', () => {
  const same: [Address, Address][] = [
    [flat, at(['FFLAT 3', 'LLYS Y BERLLAN'], 'LLANFEILIR', 'GH24DW')],
    [at(['12 Heol y Capel'], 'Llanfeilir', 'GH2 4AA'), at(['12 Chapel Road'], 'Llanfeilir', 'GH2 4AA')],
    [at(['Pen-yr-allt'], 'Pont-y-celyn', 'GH3 3PA'), at(['Pen yr Allt'], 'Pont-y-celyn', 'GH3 3PA')],
    [at(['12 High Street'], 'Llanfeilir', 'GH2 4AA'), at(['Flat 2', '12 High Street'], 'Llanfeilir', 'GH2 4AA')],
  ]
  for (const [one, other] of same) {
    assert.deepEqual(moved(one, other), [], JSON.stringify(other))
    assert.deepEqual(moved(other, one), [], JSON.stringify(one))
  }
})

test('a postcode that is put right or added is no move', () => {
  assert.deepEqual(moved(flat, { ...flat, extension: [], postalCode: 'GH2 4DV' }), [])
  assert.deepEqual(moved(at(['12 Heol y Capel'], 'Llanfeilir'), at(['12 Heol y Capel'], 'Llanfeilir', 'GH2 4AA')), [])
})

test('one UPRN is one home however it is written, and two are two though the words are the same', () => {
  assert.deepEqual(moved(flat, at(['Somewhere else'], 'Aberelwyn', 'GH1 1AA', '999000240103')), [])
  assert.deepEqual(moved(flat, { ...flat, extension: [uprnKey('999000240104')] }), ['moved-home'])
})

test('the next flat of the same house is a move, and so is the same number in another street of the postcode’s town', () => {
  assert.deepEqual(moved({ ...flat, extension: [] }, at(['Fflat 4', 'Llys y Berllan'], 'Llanfeilir', 'GH2 4DW')), [
    'moved-home',
  ])
  assert.deepEqual(
    moved(at(['12 Heol y Capel'], 'Llanfeilir', 'GH2 4AA'), at(['12 High Street'], 'Llanfeilir', 'GH2 5BB')),
    ['moved-home'],
  )
})

test('where somebody stays for a time, gets post or once lived is not where they live', () => {
  const elsewhere = at(['5 Heol Newydd'], 'Aberelwyn', 'GH1 5RD')
  for (const other of [{ use: 'temp' }, { type: 'postal' }, { use: 'old' }, { period: { end: '2020-01-01' } }] as const)
    assert.deepEqual(moved(flat, { ...elsewhere, ...other }, flat), [], JSON.stringify(other))
})

test('a home that is first known, or no more known, has not changed; and a first arrival tells of no move', () => {
  assert.deepEqual(recordChanges(patient({}), patient({ address: [flat] })), [])
  assert.deepEqual(recordChanges(patient({ address: [flat] }), patient({})), [])
  assert.deepEqual(recordChanges(undefined, patient({ address: [flat], generalPractitioner: [practice('W1')] })), [])
})

test('a death is news when it was not held before, also in a first arrival; its day put right is not', () => {
  const died = patient({ deceasedDateTime: '2026-11-20' })
  assert.deepEqual(recordChanges(undefined, died), ['died'])
  assert.deepEqual(recordChanges(patient({}), died), ['died'])
  assert.deepEqual(recordChanges(patient({}), patient({ deceasedBoolean: true })), ['died'])
  assert.deepEqual(recordChanges(died, patient({ deceasedDateTime: '2026-11-19' })), [])
  assert.deepEqual(recordChanges(patient({ deceasedBoolean: true }), died), [])
})

test('a death that is taken back is told, and that somebody is said to be alive who was is not', () => {
  assert.deepEqual(recordChanges(patient({ deceasedBoolean: true }), patient({})), ['death-withdrawn'])
  assert.deepEqual(recordChanges(patient({ deceasedBoolean: true }), patient({ deceasedBoolean: false })), [
    'death-withdrawn',
  ])
  assert.deepEqual(recordChanges(patient({}), patient({ deceasedBoolean: false })), [])
})

test('another practice is another code; the same code under another name is not, nor a name in capitals', () => {
  const changed = (one: ReturnType<typeof practice>, other: ReturnType<typeof practice>) =>
    recordChanges(patient({ generalPractitioner: [one] }), patient({ generalPractitioner: [other] }))
  assert.deepEqual(changed(practice('W95001'), practice('W95002')), ['changed-gp'])
  assert.deepEqual(changed(practice('W95001', 'Llanfeilir'), practice('w95001', 'Llanfeilir Surgery')), [])
  assert.deepEqual(changed(practice(undefined, 'Llanfeilir'), practice(undefined, 'LLANFEILIR')), [])
  assert.deepEqual(changed(practice(undefined, 'Llanfeilir'), practice(undefined, 'Aberelwyn')), ['changed-gp'])
  assert.deepEqual(changed(practice('W95001'), practice(undefined, 'Aberelwyn')), [])
})

test('what is sent again says nothing, whatever it is, and none of it goes one way alone but a death', () => {
  const address = fc.constantFrom(
    undefined,
    flat,
    at(['5 Heol Newydd'], 'Aberelwyn', 'GH1 5RD'),
    at(['Pen-yr-allt'], 'Pont-y-celyn', 'GH3 3PA', '999000330001'),
  )
  const record = fc.tuple(address, fc.boolean(), fc.constantFrom(undefined, 'W1', 'W2')).map(([home, isDead, code]) =>
    patient({
      ...(home && { address: [home] }),
      ...(isDead && { deceasedBoolean: true }),
      ...(code && { generalPractitioner: [practice(code)] }),
    }),
  )
  fc.assert(
    fc.property(record, record, (one, other) => {
      assert.deepEqual(recordChanges(one, one), [])
      const back = recordChanges(other, one).map(kind => TURNED[kind] ?? kind)
      assert.deepEqual(recordChanges(one, other), back)
    }),
  )
})

const TURNED: Readonly<Record<string, string>> = { died: 'death-withdrawn', 'death-withdrawn': 'died' }

function moved(from: Address, ...to: Address[]): string[] {
  return recordChanges(patient({ address: [from] }), patient({ address: to }))
}

function patient(facts: Partial<Patient>): Patient {
  return { resourceType: 'Patient', ...facts }
}

function at(line: string[], city: string, postalCode?: string, uprn?: string): Address {
  const address: Address = { use: 'home', line, city }
  if (postalCode !== undefined) address.postalCode = postalCode
  if (uprn !== undefined) address.extension = [uprnKey(uprn)]
  return address
}

function practice(code?: string, name?: string) {
  return practiceReference({ ...(code && { code }), ...(name && { name }) })
}
