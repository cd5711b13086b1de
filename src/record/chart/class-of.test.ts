import assert from 'node:assert/strict'
import { test } from 'node:test'
import { classOfResource, neverLess } from './class-of.ts'
import { saysWhom } from './scope-of.ts'

const SNOMED = 'http://snomed.info/sct'
const LABELS = 'http://terminology.hl7.org/CodeSystem/v3-ActCode'
const coded = (system: string, code: string) => ({
  resourceType: 'Observation',
  component: [{ valueCodeableConcept: { coding: [{ system, code }] } }],
})
const labelled = (...codes: [system: string, code: string][]) => ({
  resourceType: 'Observation',
  meta: { security: codes.map(([system, code]) => ({ system, code })) },
})
const classOf = (resource: { resourceType: string }) => {
  const found = classOfResource(resource)
  return found.ok ? found.value : found.problem
}

test('a thing is as private as its type, and more where a code anywhere in it says so', () => {
  assert.equal(classOf({ resourceType: 'Observation' }), 'clinical-summary')
  assert.equal(classOf({ resourceType: 'Goal' }), 'care-and-support')
  assert.equal(classOf({ resourceType: 'Coverage' }), 'finance')
  assert.equal(classOf({ resourceType: 'constructor' }), 'clinical-summary')
  assert.equal(classOf(coded(SNOMED, '86406008')), 'sexual-health')
  assert.equal(classOf(coded('http://hl7.org/fhir/sid/icd-10', 'F10.2')), 'substance-misuse')
  assert.equal(classOf(coded('http://hl7.org/fhir/sid/icd-10', 'F32.1')), 'mental-health')
  assert.equal(classOf(coded('urn:other', '86406008')), 'clinical-summary')
})

test('who wrote something is as private as what they wrote, where that is of one class', () => {
  const classOf = (inherited: Parameters<typeof classOfResource>[1]) => {
    const found = classOfResource({ resourceType: 'Provenance' }, inherited)
    return found.ok ? found.value : found.problem
  }
  assert.equal(classOf(['care-and-support', 'directory']), 'care-and-support')
  assert.equal(classOf(['care-and-support', 'demographics']), 'clinical-summary')
  assert.equal(classOf(['care-and-support', 'mental-health']), 'mental-health')
  assert.equal(classOf([]), 'clinical-summary')
})

test('somebody who is in hospital is of another class than somebody who comes for the day', () => {
  assert.equal(
    classOf({ resourceType: 'Encounter', class: { code: 'IMP' } } as object as never),
    'presence-in-hospital',
  )
  assert.equal(classOf({ resourceType: 'Encounter', class: { code: 'AMB' } } as object as never), 'clinical-summary')
})

test('a label says why something is private; one that only says that it is, is not enough', () => {
  assert.equal(classOf(labelled([LABELS, 'PSY'])), 'mental-health')
  const confidential = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality'
  assert.equal(classOf(labelled([confidential, 'R'])), 'chart.restrictedWithoutWhy')
  assert.equal(classOf(labelled([confidential, 'R'], [LABELS, 'ETH'])), 'substance-misuse')
  assert.equal(classOf(labelled([confidential, 'N'])), 'clinical-summary')
})

test('two sensitive kinds in one thing are not taken in', () => {
  assert.equal(classOf(labelled([LABELS, 'PSY'], [LABELS, 'SEX'])), 'chart.twoKindsOfPrivate')
  assert.deepEqual(classOfResource(coded(SNOMED, '86406008'), ['mental-health']), {
    ok: false,
    problem: 'chart.twoKindsOfPrivate',
  })
})

test('what refers to something sensitive is as sensitive', () => {
  const found = classOfResource({ resourceType: 'MedicationRequest' }, [
    'sexual-health',
    'directory',
    'clinical-summary',
  ])
  assert.equal(found.ok && found.value, 'sexual-health')
})

test('what was sensitive once is never less so', () => {
  assert.equal(neverLess('sexual-health', 'clinical-summary'), 'sexual-health')
  assert.equal(neverLess('clinical-summary', 'sexual-health'), 'sexual-health')
  assert.equal(neverLess(undefined, 'clinical-summary'), 'clinical-summary')
})

test('whom a thing is about stands in its subject before it stands in who had a part in it', () => {
  const whom = (resource: object) => saysWhom(resource as { resourceType: string })
  const [mair, elin] = ['Patient/mair', 'Patient/elin'].map(reference => ({ reference }))
  assert.deepEqual(whom({ resourceType: 'Observation', subject: mair, performer: [elin] }).patients, ['Patient/mair'])
  assert.deepEqual(whom({ resourceType: 'Appointment', participant: [{ actor: mair }] }).patients, ['Patient/mair'])
  assert.deepEqual(whom({ resourceType: 'Coverage', payor: [elin], beneficiary: mair }).patients, ['Patient/mair'])
  assert.deepEqual(whom({ resourceType: 'Task', for: mair }).patients, ['Patient/mair'])
  assert.deepEqual(whom({ resourceType: 'Group', member: [{ entity: mair }] }).patients, [])
  assert.equal(whom({ resourceType: 'Observation', subject: { display: 'Mair' } }).isUnsure, true)
  assert.equal(whom({ resourceType: 'Observation', subject: { reference: '#p' } }).isUnsure, true)
  assert.equal(whom({ resourceType: 'Observation', subject: { reference: 'Group/1' } }).isUnsure, false)
})
