import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standardAddress, standardUprn } from './address.ts'
import { standardPostcode } from './postcode.ts'

test('a street is one street in Welsh and in English, on both registers', () => {
  for (const [welsh, english] of [
    ['14 Stryd Fawr', '14 High St.'],
    ['14 Heol yr Orsaf', '14 Station Road'],
    ['14 Ffordd yr Ysgol', '14 School Rd'],
    ['14 Stryd y Farchnad', '14 Market Street'],
    ['14 Stryd y Bont', '14 Bridge Street'],
    ['14 Rhodfa’r Frenhines', '14 Queen’s Avenue'],
    ['Fflat 3, 14 Heol y Castell', 'Apt 3, 14 Castle Rd'],
    ['14 Heol Sant Dewi', '14 St Dewi Road'],
    ['14 Heol St Cenydd', '14 St Cenydd Road'],
  ] as const) {
    assert.deepEqual(standardAddress({ lines: [welsh] }), standardAddress({ lines: [english] }), welsh)
  }
})

test('a town is one town in Welsh and in English, in its own field or at the end of the lines', () => {
  const newport = standardAddress({ lines: ['1 Dock Street'], town: 'Newport' })
  assert.deepEqual(standardAddress({ lines: ['1 Dock Street'], town: 'Casnewydd' }), newport)
  assert.deepEqual(standardAddress({ lines: ['1 Dock Street', 'CASNEWYDD'] }), newport)
  const bridgend = standardAddress({ lines: ['1 Dock Street'], town: 'Bridgend' })
  assert.deepEqual(standardAddress({ lines: ['1 Dock Street'], town: 'Pen-y-bont ar Ogwr' }), bridgend)
})

test('every number of an address is kept, in its order, with its letter', () => {
  const numbers = (line: string) => standardAddress({ lines: [line] })?.numbers
  assert.deepEqual(numbers('Flat 3a, 12-14 Stryd Fawr'), ['3a', '12', '14'])
  assert.deepEqual(numbers('Fflat B, 012 Heol Las'), ['b', '12'])
  assert.deepEqual(numbers('12 B Heol Las'), ['12b'])
  assert.deepEqual(numbers('2 a 4 Heol Las'), ['2', '4'])
  assert.deepEqual(numbers('Tŷ Uchaf'), [])
})

test('a postcode at the end of a line is the postcode, and no number', () => {
  const address = standardAddress({ lines: ['9 Heol Las', 'Trefedwen GH5 1SE'] })
  assert.deepEqual([address?.postcode, address?.numbers], ['GH51SE', ['9']])
})

test('a postcode is the same with and without its space, in any case', () => {
  for (const text of ['GH1 2AB', 'gh12ab', ' GH1  2AB ', 'GH-1 2AB', 'GHI 2AB']) {
    assert.deepEqual(standardPostcode(text), { postcode: 'GH12AB', district: 'GH1', sector: 'GH12' }, text)
  }
})

test('the letter O and the number 0, I and 1, are put right where only one can stand', () => {
  assert.equal(standardPostcode('LL3O 9QF').postcode, 'LL309QF')
  assert.equal(standardPostcode('CF1O IAA').postcode, 'CF101AA')
  assert.equal(standardPostcode('S0I 2AB').postcode, 'SO12AB')
  assert.equal(standardPostcode('W1A 0AX').postcode, 'W1A0AX')
})

test('abroad and no fixed abode are no place that two people share', () => {
  for (const text of ['ZZ99 3VZ', 'zz993wz', 'NFA', 'ZZ993VZ', 'XX99 9XX', '', '-', '0000', undefined]) {
    assert.equal(standardPostcode(text).postcode, undefined, text)
  }
})

test('a postcode with a mistake in it is kept for comparing, and lies nowhere', () => {
  assert.deepEqual(standardPostcode('CF44 66SD'), { postcode: 'CF4466SD', district: undefined, sector: undefined })
  assert.deepEqual(standardPostcode('4132'), { postcode: '4132', district: undefined, sector: undefined })
})

test('a UPRN is digits, and none is made of what is not one', () => {
  assert.equal(standardUprn('000100012345'), '100012345')
  assert.equal(standardUprn('100012345.0'), '100012345')
  for (const text of ['', '0', '1.0E+11', 'unknown', '1234567890123', '999999999999', undefined]) {
    assert.equal(standardUprn(text), undefined, text)
  }
})

test('an address of which nothing is known is none', () => {
  assert.equal(standardAddress({ lines: ['', '-'], town: '', postcode: 'ZZ99 3VZ' }), undefined)
})
