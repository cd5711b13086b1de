import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RawIdentity } from '#record/person/standard/standard.ts'
import { mair } from '../compare/example.ts'
import { decideTwo, ready } from '../decide.ts'
import { matcherOf } from '../matcher.ts'
import { startingModel } from '../model-start.ts'

/** A region so small that two Mair Pritchards of one birth date at one address are surely one. */
const MATCHER = matcherOf(startingModel([], { records: 1000, pairs: 499_500 }))

function decided(one: RawIdentity, other: RawIdentity) {
  const { decision, guards } = decideTwo(MATCHER, ready(MATCHER, mair(one)), ready(MATCHER, mair(other)))
  return [decision, ...guards]
}

const PHONE = { phones: ['01632 960101'] }
const NUMBER = { nhsNumber: '9434765919' }
const NOBODY = { given: '', surname: '', born: '', sex: '', addresses: [] }

test('two records that agree in everything are one person', () => {
  assert.deepEqual(decided(PHONE, PHONE), ['link'])
})

test('two different NHS numbers are never joined, whatever else agrees', () => {
  const other = { nhsNumber: '9434765870' }
  assert.deepEqual(decided({ ...PHONE, ...NUMBER }, { ...PHONE, ...other }).slice(1), ['twoNumbers'])
  assert.deepEqual(decided({ ...PHONE, ...NUMBER }, { ...PHONE, nhsNumber: '9434765918' }), ['link'], 'one is damaged')
})

test('an NHS number on the wrong person joins nobody, and is looked at', () => {
  const somebody = { given: 'Huw', surname: 'Evans', born: '1967-11-29', addresses: [], ...NUMBER }
  assert.deepEqual(decided(NUMBER, somebody), ['review', 'numberOfSomebodyElse'])
  assert.deepEqual(decided(NUMBER, { ...NOBODY, ...NUMBER, given: 'Mair', born: '1941-03-14' }), ['link'])
})

test('twins are told apart by a number, an e-mail address or a middle name, and by nothing else', () => {
  const twin = { given: 'Marged', ...PHONE }
  const [decision, ...guards] = decided(PHONE, twin)
  assert.notEqual(decision, 'link')
  assert.deepEqual(guards, ['twins'])
  assert.deepEqual(decided({ ...PHONE, ...NUMBER }, { ...twin, ...NUMBER }).slice(1), [])
  assert.deepEqual(decided(PHONE, { ...PHONE, given: 'Mary' }).slice(1), [], 'a form of her name')
})

test('of one name at one address, a side without a birth date may be the mother or the daughter', () => {
  assert.deepEqual(decided(PHONE, { ...PHONE, born: '' }).slice(1), ['fatherAndSon'])
  assert.deepEqual(decided({ ...NUMBER }, { ...NUMBER, born: '' }), ['link'])
})

test('a baby without a name is joined by an NHS number alone', () => {
  assert.ok(decided({ ...PHONE, given: 'Baby' }, { ...PHONE, given: 'Baby' }).includes('babies'))
  assert.ok(!decided({ ...NUMBER, given: 'Baby' }, { ...NUMBER, given: 'Baby' }).includes('babies'))
})

test('nobody dies twice, and a death on one side stops nothing', () => {
  assert.deepEqual(decided({ ...PHONE, died: '2024-02-01' }, { ...PHONE, died: '2025-03-02' }), ['review', 'twoDeaths'])
  assert.deepEqual(decided({ ...PHONE, died: '2024-02-01' }, PHONE), ['link'])
})
