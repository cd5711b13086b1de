import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarIn } from './calendar.ts'

const [en, cy] = [calendarIn('en'), calendarIn('cy')]

test('Mair was admitted at ten past two in the morning', () => {
  const admitted = new Date('2026-11-22T02:10:00Z')
  assert.deepEqual([en.time(admitted), cy.time(admitted)], ['2:10am', '02:10'])
})

test('whole hours have no minutes in English, and midnight and midday are called so', () => {
  const at = (hour: number) => en.time(new Date(Date.UTC(2026, 10, 22, hour)))
  assert.deepEqual([0, 1, 11, 12, 13, 23].map(at), ['midnight', '1am', '11am', 'midday', '1pm', '11pm'])
  assert.equal(en.time(new Date('2026-11-22T00:05:00Z')), '12:05am')
  assert.equal(en.time(new Date('2026-11-22T12:30:00Z')), '12:30pm')
})

test('midnight and midday are figures in Welsh', () => {
  const at = (hour: number) => cy.time(new Date(Date.UTC(2026, 10, 22, hour)))
  assert.deepEqual([0, 12, 23].map(at), ['00:00', '12:00', '23:00'])
})

test('in summer the region’s clocks are an hour on, and the day may be the next', () => {
  const evening = new Date('2026-07-01T23:10:00Z')
  assert.deepEqual([en.time(evening), cy.time(evening)], ['12:10am', '00:10'])
  assert.deepEqual([en.day(evening), cy.day(evening)], ['2 July 2026', '2 Gorffennaf 2026'])
})

test('on the night the clocks go back, one hour of the clock comes twice', () => {
  assert.deepEqual(
    ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z'].map(at => en.time(new Date(at))),
    ['1:30am', '1:30am', '2:30am'],
  )
})

test('a day of birth is the same day wherever the clocks stand', () => {
  assert.equal(en.day('1942-03-17'), '17 March 1942')
  assert.equal(cy.day('1942-03-17'), '17 Mawrth 1942')
  assert.equal(en.day('2026-07-01'), '1 July 2026')
})

test('a weekday is said before its day', () => {
  assert.equal(en.weekday('2026-11-29'), 'Sunday 29 November 2026')
  assert.equal(cy.weekday('2026-11-29'), 'Dydd Sul 29 Tachwedd 2026')
})

test('Mair is 84 until the day before her birthday ends in the region', () => {
  const age = (now: string) => en.age('1942-03-17', new Date(now))
  assert.equal(age('2026-11-22T09:00:00Z'), 84)
  assert.deepEqual(['2027-03-16T23:59:59Z', '2027-03-17T00:00:00Z'].map(age), [84, 85])
})

test('somebody born on the last day of February grows older every year', () => {
  const age = (now: string) => en.age('2004-02-29', new Date(now))
  assert.deepEqual(['2026-02-28T12:00:00Z', '2026-03-01T12:00:00Z', '2028-02-29T12:00:00Z'].map(age), [21, 22, 24])
})

test('nobody grows younger as time goes on', () => {
  const moment = fc.date({ min: new Date('1950-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      const [earlier, later] = one < other ? [one, other] : [other, one]
      assert.ok(en.age('1942-03-17', earlier) <= en.age('1942-03-17', later))
    }),
  )
})
