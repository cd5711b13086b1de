import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseNhsNumber, showNhsNumber } from './nhs-number.ts'

test('a nurse may type an NHS number with spaces or dashes', () => {
  assert.equal(parseNhsNumber('943 476 5919'), '9434765919')
  assert.equal(parseNhsNumber('943-476-5919'), '9434765919')
})

test('a number too short, too long or with letters is not an NHS number', () => {
  for (const wrong of ['', '943476591', '94347659190', '943476591X']) assert.equal(parseNhsNumber(wrong), undefined)
})

test('ten nines, typed for want of a number, are no NHS number', () => {
  for (const filler of ['0000000000', '9999999999', '4444444444']) assert.equal(parseNhsNumber(filler), undefined)
})

test('changing any one digit of an NHS number makes it wrong', () => {
  const digit = fc.integer({ min: 0, max: 9 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), digit, (place, put) => {
      const number = '9434765919'
      const changed = number.slice(0, place) + put + number.slice(place + 1)
      assert.equal(parseNhsNumber(changed) !== undefined, changed === number)
    }),
  )
})

test('a number whose check digit would be ten was never issued', () => {
  for (let last = 0; last <= 9; last++)
    assert.equal(parseNhsNumber(`999000000${last}`) !== undefined, last === checkDigitFor999000000)
})
/** 9x10 + 9x9 + 9x8 = 243; 243 mod 11 = 1; 11 - 1 = 10: none of the ten last digits is right. */
const checkDigitFor999000000 = 10

test('it is shown in three groups', () => {
  const number = parseNhsNumber('9434765919')
  assert.ok(number)
  assert.equal(showNhsNumber(number), '943 476 5919')
})
