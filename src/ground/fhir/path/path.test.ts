import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readJson } from '../json/read.ts'
import { pathOf } from './path.ts'
import { readable } from './readable.ts'

const mair = {
  resourceType: 'Patient',
  contained: [{ resourceType: 'Organization', id: 'a', name: 'Glan Hafren' }],
  name: [{ given: ['Mair'] }],
  managingOrganization: { reference: '#a' },
  generalPractitioner: [{ reference: 'https://example.org/fhir/Practitioner/1' }, { display: 'Somebody' }],
}

const ask = (expression: string, value: unknown = mair, base?: string) =>
  pathOf(expression, base)(value, { resource: mair, rootResource: mair })

test('an expression is compiled once, for each type it begins at', () => {
  assert.equal(pathOf('name.exists()'), pathOf('name.exists()'))
  assert.notEqual(pathOf('name.exists()'), pathOf('name.exists()', 'Patient.contact'))
  assert.deepEqual(ask('name.given'), ['Mair'])
  assert.throws(() => pathOf('name.('))
})

test('a reference is resolved as far as it says whom it means, and nothing is fetched', () => {
  assert.deepEqual(ask('managingOrganization.resolve().name'), ['Glan Hafren'])
  assert.deepEqual(ask('generalPractitioner.where(resolve() is Practitioner).count()'), [1])
  assert.deepEqual(ask('generalPractitioner.resolve().ofType(Patient).exists()'), [false])
})

test('a value is read as the type it begins at, and what it stands in is known', () => {
  assert.deepEqual(ask('value.ofType(Quantity).exists()', { valueQuantity: { value: 1 } }, 'Observation.component'), [
    true,
  ])
  assert.deepEqual(ask('%resource.name.given', {}, 'Patient.contact'), ['Mair'])
})

test('a number is asked about with the digits it came with', () => {
  const read = readJson('{"resourceType":"Observation","valueQuantity":{"value":1.10}}')
  assert.ok(read.ok)
  const value = readable(read.value)
  assert.deepEqual(ask('value.value.toString()', value), ['1.10'])
  assert.deepEqual(ask('value.value > 1', value), [true])
  assert.equal(readable(mair), mair)
})
