import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { standardBirth } from './birth.ts'
import { standardDeath } from './death.ts'
import { readWrittenDate } from './written-date.ts'

const MAIR = { year: 1942, month: 3, day: 17 }

test('one day is read from every way of writing it', () => {
  for (const text of [
    ...[
      '1942-03-17',
      '19420317',
      '1942/03/17',
      '1942-3-17',
      '1942-03-17T00:00:00Z',
      '194203170000',
      '19420317000000.0+0100',
    ],
    ...['17/03/1942', '17.3.1942', '17-03-1942', '17 03 1942', '17031942', '17/03/1942 00:00:00'],
    ...['17 Mar 1942', '17 March 1942', '17th of March 1942', '17-MAR-1942', '17 Mawrth 1942', '17eg o Fawrth 1942'],
  ]) {
    assert.deepEqual(readWrittenDate(text), MAIR, text)
  }
})

test('the day stands first, as it is written here, unless the file’s map says otherwise', () => {
  assert.deepEqual(readWrittenDate('03/04/1942'), { year: 1942, month: 4, day: 3 })
  assert.deepEqual(readWrittenDate('03/04/1942', 'mdy'), { year: 1942, month: 3, day: 4 })
})

test('a date that can only be meant one way is read that way', () => {
  assert.deepEqual(readWrittenDate('03/17/1942'), MAIR)
  assert.deepEqual(readWrittenDate('17/03/1942', 'mdy'), MAIR)
})

test('a year of two digits is read only where the file says in which hundred years it lies', () => {
  assert.equal(readWrittenDate('17/03/42'), undefined)
  assert.deepEqual(readWrittenDate('17/03/42', 'dmy', 2026), MAIR)
  assert.deepEqual(readWrittenDate('17/03/24', 'dmy', 2026), { year: 2024, month: 3, day: 17 })
  assert.deepEqual(readWrittenDate('42-03-17', 'ymd', 2026), MAIR)
})

test('a part of a date is a part', () => {
  assert.deepEqual(readWrittenDate('1942'), { year: 1942, month: undefined, day: undefined })
  assert.deepEqual(readWrittenDate('1942-03'), { year: 1942, month: 3, day: undefined })
  assert.deepEqual(readWrittenDate('194203'), { year: 1942, month: 3, day: undefined })
  assert.deepEqual(readWrittenDate('03/1942'), { year: 1942, month: 3, day: undefined })
  assert.deepEqual(readWrittenDate('Mawrth 1942'), undefined)
})

test('of a day that cannot be only the year is taken', () => {
  for (const text of [
    '31/02/1942',
    '1942-02-30',
    '19421399',
    '99/99/1942',
    '00/00/1942',
    '1900-02-29'.replace('1900', '1942'),
  ]) {
    assert.deepEqual(readWrittenDate(text), { year: 1942, month: undefined, day: undefined }, text)
  }
})

test('every day of the calendar is the same from every writing', () => {
  const days = fc.date({ min: new Date('1850-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, date => {
      const iso = date.toISOString().slice(0, 10)
      const [year = '', month = '', day = ''] = iso.split('-')
      const expected = { year: Number(year), month: Number(month), day: Number(day) }
      for (const text of [
        iso,
        year + month + day,
        `${day}/${month}/${year}`,
        `${Number(day)}.${Number(month)}.${year}`,
      ]) {
        assert.deepEqual(readWrittenDate(text), expected, text)
      }
    }),
  )
})

test('the first of January may stand for a year alone; other days do not', () => {
  assert.deepEqual(standardBirth('01/01/1950'), { year: 1950, month: 1, day: 1, isProxy: true })
  assert.equal(standardBirth('02/01/1950')?.isProxy, false)
  assert.equal(standardBirth('1950')?.isProxy, false)
})

test('what systems write for an empty date is no birthday', () => {
  for (const text of [
    '1900-01-01',
    '01/01/1900',
    '30/12/1899',
    '0001-01-01',
    '1753-01-01',
    '9999-12-31',
    '',
    'unknown',
  ]) {
    assert.equal(standardBirth(text), undefined, text)
  }
})

test('that somebody died is known with the day, or without one', () => {
  assert.equal(standardDeath('02/03/2024'), '2024-03-02')
  assert.equal(standardDeath('2024-03-02T10:00:00Z'), '2024-03-02')
  assert.equal(standardDeath('2024-03'), '2024-03')
  for (const text of ['Y', 'true', 'Wedi marw', 'Deceased']) assert.equal(standardDeath(text), 'unknown', text)
  for (const text of ['', 'N', 'false', 'nac ydi', 'ward 3']) assert.equal(standardDeath(text), undefined, text)
})
