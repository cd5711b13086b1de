import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BANK_HOLIDAYS } from './bank-holidays.ts'
import { afterWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'

const day = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const few = fc.integer({ min: 1, max: 40 })

test('Five working days from the Monday before Christmas 2026 are over on the last Wednesday of the year', () => {
  assert.equal(afterWorkingDays('2026-12-21', 5), '2026-12-30')
  assert.equal(afterWorkingDays('2026-12-22', 5), '2026-12-31')
})

test('Good Friday and Easter Monday are nobody’s working days', () => {
  assert.equal(afterWorkingDays('2026-04-02', 1), '2026-04-07')
  assert.equal(afterWorkingDays('2027-03-25', 1), '2027-03-30')
})

test('A promise is always due on a working day', () => {
  fc.assert(fc.property(day, few, (from, count) => assert.ok(isWorkingDay(afterWorkingDays(from, count)))))
})

test('As many working days lie between as were promised', () => {
  fc.assert(
    fc.property(day, few, (from, count) =>
      assert.equal(workingDaysBetween(from, afterWorkingDays(from, count)), count),
    ),
  )
})

test('Two days and then three are five, and a later start is never due earlier', () => {
  fc.assert(
    fc.property(day, few, few, (from, first, second) =>
      assert.equal(afterWorkingDays(afterWorkingDays(from, first), second), afterWorkingDays(from, first + second)),
    ),
  )
  fc.assert(
    fc.property(day, day, few, (one, other, count) => {
      const [sooner = '', later = ''] = [one, other].sort()
      assert.ok(afterWorkingDays(sooner, count) <= afterWorkingDays(later, count))
    }),
  )
})

test('Each year has its eight bank holidays, all on weekdays, and Easter is where the moon puts it', () => {
  for (const year of [2025, 2026, 2027, 2028]) {
    const ofYear = [...BANK_HOLIDAYS].filter(holiday => holiday.startsWith(String(year)))
    assert.equal(ofYear.length, 8, String(year))
    for (const holiday of ofYear) assert.ok(![0, 6].includes(new Date(holiday).getUTCDay()), holiday)
    assert.ok(BANK_HOLIDAYS.has(daysFromEaster(year, -2)) && BANK_HOLIDAYS.has(daysFromEaster(year, 1)), String(year))
  }
})

/** Source: the anonymous Gregorian computus, Nature, 20 April 1876. */
function daysFromEaster(year: number, days: number): string {
  const golden = year % 19
  const [century, ofCentury] = [Math.floor(year / 100), year % 100]
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7
  const shift = moon + weekday - 7 * Math.floor((golden + 11 * moon + 22 * weekday) / 451) + 114
  return new Date(Date.UTC(year, Math.floor(shift / 31) - 1, (shift % 31) + 1 + days)).toISOString().slice(0, 10)
}
