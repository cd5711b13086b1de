import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dueAfter, isRunning } from './rhythm.ts'

const HOSPITAL = { everyMinutes: 30, nightMinutes: 120 }

test('a hospital that last sent at five past two is missed at twenty-five to three', () => {
  assert.equal(due('2026-11-22T14:05:00Z'), '2026-11-22T14:35:00.000Z')
})

test('in the middle of the night it may be silent for two hours', () => {
  assert.equal(due('2026-11-22T02:00:00Z'), '2026-11-22T04:00:00.000Z')
  assert.equal(due('2026-11-22T21:55:00Z'), '2026-11-22T23:55:00.000Z')
})

test('a silence that the night allowed ends half an hour into the morning, before the day staff trust the board', () => {
  assert.equal(due('2026-11-22T06:10:00Z'), '2026-11-22T07:30:00.000Z')
  assert.equal(due('2026-11-22T06:59:00Z'), '2026-11-22T07:30:00.000Z')
})

test('night is by the clocks of the region, in summer too', () => {
  assert.equal(due('2026-07-01T05:10:00Z'), '2026-07-01T06:30:00.000Z')
})

test('whatever the hour, it is missed no sooner than by day and no later than by night or the morning’s first wait', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }), heard => {
      const waited = (dueAfter(HOSPITAL, heard).getTime() - heard.getTime()) / 60_000
      assert.ok(waited >= 30 && waited <= 120, `${waited} minutes after ${heard.toISOString()}`)
    }),
  )
})

test('the silence of a hospital is everybody’s, that of a weekly file is not', () => {
  assert.equal(isRunning(HOSPITAL), true)
  assert.equal(isRunning({ everyMinutes: 7 * 24 * 60 }), false)
})

function due(heardAt: string): string {
  return dueAfter(HOSPITAL, new Date(heardAt)).toISOString()
}
