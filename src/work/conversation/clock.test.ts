import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOf, minuteOfDay } from '#ground/day.ts'
import { isWorkingDay, workingDaysBetween } from '#ground/working-days.ts'
import { answerBy, leadToldAt, URGENCIES } from './clock.ts'

const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-11-30'), noInvalidDate: true })
const urgency = fc.constantFrom(...URGENCIES)
const OPENS = 9 * 60
const CLOSES = 17 * 60

test('what is asked on Christmas Eve at four in the afternoon and cannot wait is due at midday after both holidays', () => {
  assert.equal(answerBy('today', new Date('2026-12-24T16:00:00Z')).toISOString(), '2026-12-29T12:00:00.000Z')
  assert.equal(answerBy('soon', new Date('2026-12-24T16:00:00Z')).toISOString(), '2026-12-30T17:00:00.000Z')
  assert.equal(answerBy('routine', new Date('2026-12-24T16:00:00Z')).toISOString(), '2027-01-05T17:00:00.000Z')
})

test('in summer five in the afternoon is four by the clock of the world', () => {
  assert.equal(answerBy('routine', new Date('2026-07-01T10:00:00Z')).toISOString(), '2026-07-08T16:00:00.000Z')
})

test('whenever something is asked, it is due while offices work, and whoever answers for them is told later than that', () => {
  fc.assert(
    fc.property(urgency, moment, (how, asked) => {
      const due = answerBy(how, asked)
      const told = leadToldAt(how, due)
      assert.ok(due > asked && told > due)
      for (const one of [due, told]) {
        assert.ok(isWorkingDay(dayOf(one)), `${one.toISOString()} is no working day`)
        assert.ok(minuteOfDay(one) >= OPENS && minuteOfDay(one) <= CLOSES, `nobody works at ${one.toISOString()}`)
      }
    }),
  )
})

test('no holiday takes a day of those that whoever is asked has', () => {
  fc.assert(
    fc.property(moment, asked => {
      const days = (how: 'soon' | 'routine') => workingDaysBetween(dayOf(asked), dayOf(answerBy(how, asked)))
      assert.deepEqual([days('soon'), days('routine')], [2, 5])
    }),
  )
})

test('what is asked later is never due sooner', () => {
  fc.assert(
    fc.property(urgency, moment, fc.integer({ min: 0, max: 10_000 }), (how, asked, minutes) => {
      const later = new Date(asked.getTime() + minutes * 60_000)
      assert.ok(answerBy(how, later) >= answerBy(how, asked))
    }),
  )
})
