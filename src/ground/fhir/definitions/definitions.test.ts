import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wayIntoPatient } from './patient-compartment.ts'
import { findType, getType, isResourceType, jsonName, resourceTypes } from './types.ts'
import { codesOf } from './value-sets.ts'

test('R4 has 146 types of resource, and what is abstract is none', () => {
  assert.equal(resourceTypes().length, 146)
  assert.ok(isResourceType('Patient') && !isResourceType('DomainResource') && !isResourceType('HumanName'))
  assert.equal(findType('Nonsense'), undefined)
})

test('a type has what its base says, then its own', () => {
  const patient = getType('Patient')
  assert.deepEqual([...patient.elements.keys()].slice(0, 10), [
    'id',
    'meta',
    'implicitRules',
    'language',
    'text',
    'contained',
    'extension',
    'modifierExtension',
    'identifier',
    'active',
  ])
  assert.deepEqual(
    patient.rules.map(({ key }) => key),
    ['dom-2', 'dom-3', 'dom-4', 'dom-5'],
  )
  assert.deepEqual(patient.elements.get('contact')?.types, ['Patient.contact'])
  assert.deepEqual(patient.elements.get('managingOrganization')?.to, ['Organization'])
})

test('a group that another refers to is one type', () => {
  assert.deepEqual(getType('Bundle.entry').elements.get('link')?.types, ['Bundle.link'])
  assert.deepEqual(getType('Questionnaire.item').elements.get('item')?.types, ['Questionnaire.item'])
})

test('every type that an element has is there', () => {
  const missing = resourceTypes()
    .flatMap(name => [...getType(name).elements.values()].flatMap(({ types }) => types))
    .filter(name => findType(name) === undefined)
  assert.deepEqual(missing, [])
})

test('a choice is written with its type, and an amount as the Quantity it is', () => {
  assert.equal(jsonName('value[x]', 'dateTime'), 'valueDateTime')
  assert.equal(jsonName('value[x]', 'SimpleQuantity'), 'valueQuantity')
  assert.equal(jsonName('gender', 'code'), 'gender')
})

test('the codes of a value set are named, where they can be', () => {
  const gender = codesOf('http://hl7.org/fhir/ValueSet/administrative-gender')
  assert.deepEqual(
    [...(gender ?? [])].map(([system, codes]) => [system, [...codes]]),
    [['http://hl7.org/fhir/administrative-gender', ['male', 'female', 'other', 'unknown']]],
  )
  assert.equal(codesOf('http://hl7.org/fhir/ValueSet/mimetypes'), undefined)
})

test('an observation is in the compartment of its subject, and of who performed it; a location in nobody’s', () => {
  assert.deepEqual(
    [...(wayIntoPatient('Observation')?.by ?? [])],
    [
      ['subject', ['subject']],
      ['performer', ['performer']],
    ],
  )
  assert.deepEqual(wayIntoPatient('AuditEvent')?.by.get('patient'), ['agent.who', 'entity.what'])
  assert.equal(wayIntoPatient('Location'), undefined)
})
