import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterWorkingHours } from './working-hours.ts'

test('four hours after nine on a Monday is one o’clock', () => {
  assert.equal(after('2026-11-23T09:00:00Z', 4), '2026-11-23T13:00:00.000Z')
})

test('what begins at three goes on the next morning, and what begins at night begins at nine', () => {
  assert.equal(after('2026-11-23T15:00:00Z', 4), '2026-11-24T11:00:00.000Z')
  assert.equal(after('2026-11-24T02:10:00Z', 4), '2026-11-24T13:00:00.000Z')
})

test('nobody is at work from Friday evening to Monday morning, nor at Christmas', () => {
  assert.equal(after('2026-11-20T18:00:00Z', 4), '2026-11-23T13:00:00.000Z')
  assert.equal(after('2026-12-24T16:00:00Z', 4), '2026-12-29T12:00:00.000Z')
})

test('in summer the offices open an hour earlier by the world’s clock', () => {
  assert.equal(after('2026-07-06T06:00:00Z', 4), '2026-07-06T12:00:00.000Z')
})

function after(from: string, hours: number): string {
  return afterWorkingHours(new Date(from), hours).toISOString()
}
