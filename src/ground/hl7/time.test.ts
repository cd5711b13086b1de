import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readDate, readMoment, writeMoment } from './time.ts'

function instant(text: string): string {
  const moment = readMoment(text)
  return moment.ok ? moment.value.at.toISOString() : moment.problem
}

function dateOf(text: string): string {
  const date = readDate(text)
  return date.ok ? date.value : date.problem
}

test('a time without an offset is the clock on the wall in Wales, summer and winter', () => {
  assert.equal(instant('20260701093000'), '2026-07-01T08:30:00.000Z')
  assert.equal(instant('20260101093000'), '2026-01-01T09:30:00.000Z')
})

test('an offset is believed', () => {
  assert.equal(instant('20260701093000+0000'), '2026-07-01T09:30:00.000Z')
  assert.equal(instant('20150208113419+0110'), '2015-02-08T10:24:19.000Z')
  assert.equal(instant('20260701093000-0500'), '2026-07-01T14:30:00.000Z')
})

test('in the hour that happens twice in October, the first is meant', () => {
  assert.equal(instant('20261025005959'), '2026-10-24T23:59:59.000Z')
  assert.equal(instant('20261025010000'), '2026-10-25T00:00:00.000Z')
  assert.equal(instant('20261025013000'), '2026-10-25T00:30:00.000Z')
  assert.equal(instant('20261025020000'), '2026-10-25T02:00:00.000Z')
})

test('a time in the hour that happens twice says so, unless it says which time it was', () => {
  const isTwice = (text: string) => {
    const moment = readMoment(text)
    return moment.ok && moment.value.isTwice === true
  }
  const during = ['202610250100', '20261025013000', '20261025015959']
  assert.deepEqual(during.map(isTwice), [true, true, true])
  const besides = [
    '20261025005959',
    '20261025020000',
    '20261025013000+0000',
    '20261025013000+0100',
    '20260329013000',
    '20261025',
  ]
  assert.deepEqual(
    besides.map(isTwice),
    besides.map(() => false),
  )
})

test('in the hour that never happens in March, the clock is moved forward', () => {
  assert.equal(instant('20260329005959'), '2026-03-29T00:59:59.000Z')
  assert.equal(instant('20260329013000'), '2026-03-29T01:30:00.000Z')
  assert.equal(instant('20260329020000'), '2026-03-29T01:00:00.000Z')
})

test('a time is never made more exact than it was written', () => {
  const written = {
    '1984': 'year',
    '198401': 'month',
    '19840110': 'day',
    '1984011011': 'hour',
    '198401101126': 'minute',
  }
  for (const [text, precision] of Object.entries(written)) {
    const moment = readMoment(text)
    assert.equal(moment.ok && moment.value.precision, precision)
  }
  assert.equal(dateOf('1984'), '1984')
  assert.equal(dateOf('198401'), '1984-01')
  assert.equal(instant('20260701'), '2026-06-30T23:00:00.000Z')
})

test('fractions are read to the thousandth', () => {
  assert.equal(instant('20110613122406.6374'), '2011-06-13T11:24:06.637Z')
})

test('dashes and colons, which some Welsh systems send, are read too', () => {
  assert.equal(dateOf('1984-01-10'), '1984-01-10')
  assert.equal(instant('2026-05-05 23:23:32'), '2026-05-05T22:23:32.000Z')
  assert.equal(instant('2026-05-05T23:23:32Z'), '2026-05-05T23:23:32.000Z')
  assert.equal(instant('2026-05-05T23:23:32+01:00'), '2026-05-05T22:23:32.000Z')
  assert.equal(dateOf('19761121+'), '1976-11-21')
})

test('a birthday has no time zone: the date is the one written', () => {
  assert.equal(dateOf('19840701000000'), '1984-07-01')
  assert.equal(dateOf('198808181126+0215'), '1988-08-18')
  assert.equal(dateOf('20000229'), '2000-02-29')
})

test('nonsense is refused', () => {
  const nonsense = [
    '',
    ' ',
    'today',
    '19841399',
    '20010229',
    '201610015080000',
    '202607012460',
    '0007',
    '2026070',
    '20260701093000+9999',
  ]
  for (const text of nonsense) {
    assert.equal(instant(text), 'hl7.time', text)
    assert.equal(dateOf(text), 'hl7.time', text)
  }
})

test('any second of this century can be written down and read back', () => {
  const second = fc.integer({ min: 946_684_800, max: 4_102_444_800 })
  fc.assert(
    fc.property(second, seconds => {
      const at = new Date(seconds * 1000)
      assert.equal(instant(writeMoment(at)), at.toISOString())
    }),
  )
  assert.equal(writeMoment(new Date('2026-07-01T11:00:00Z')), '20260701120000+0100')
})

test('the clock on the wall, read and shown again, is the same outside the hour that never happens', () => {
  const minute = fc.integer({ min: 0, max: 60 * 24 * 365 * 20 })
  fc.assert(
    fc.property(minute, minutes => {
      const wall = new Date(Date.UTC(2020, 0, 1) + minutes * 60_000).toISOString().replace(/[-T:]/g, '').slice(0, 14)
      const moment = readMoment(wall)
      assert.ok(moment.ok)
      const shown = writeMoment(moment.value.at).slice(0, 14)
      assert.ok(shown === wall || /^\d{4}03(2[5-9]|3[01])02/.test(shown), `${wall} ${shown}`)
    }),
  )
})
