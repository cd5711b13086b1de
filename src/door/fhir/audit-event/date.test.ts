import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSpan, type Span, within } from './date.ts'

const told = (span: Span | undefined) => span && [span.from?.toISOString(), span.until?.toISOString()]

test('a day is the region’s day, summer and winter, and the day the clocks change', () => {
  assert.deepEqual(told(readSpan('2026-11-22')), ['2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z'])
  assert.deepEqual(told(readSpan('2026-07-01')), ['2026-06-30T23:00:00.000Z', '2026-07-01T23:00:00.000Z'])
  assert.deepEqual(told(readSpan('2026-10-25')), ['2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'])
})

test('a year, a month, a minute, a second and a thousandth are as long as they are', () => {
  assert.deepEqual(told(readSpan('2026')), ['2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'])
  assert.deepEqual(told(readSpan('2026-12')), ['2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'])
  assert.deepEqual(told(readSpan('2026-11-22T10:00Z')), ['2026-11-22T10:00:00.000Z', '2026-11-22T10:01:00.000Z'])
  assert.deepEqual(told(readSpan('2026-11-22T10:00:05Z')), ['2026-11-22T10:00:05.000Z', '2026-11-22T10:00:06.000Z'])
  assert.deepEqual(told(readSpan('2026-11-22T10:00:05.5Z')), ['2026-11-22T10:00:05.500Z', '2026-11-22T10:00:05.501Z'])
})

test('an offset is understood, with a plus that the query has made a space', () => {
  for (const text of ['2026-11-22T10:00:00+01:00', '2026-11-22T10:00:00 01:00', '2026-11-22T04:00:00-05:00']) {
    assert.equal(readSpan(text)?.from?.toISOString(), '2026-11-22T09:00:00.000Z', text)
  }
  assert.equal(readSpan('2026-07-01T10:00:00')?.from?.toISOString(), '2026-07-01T09:00:00.000Z')
})

test('a prefix says from when and until when', () => {
  const [begins, ends] = ['2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z']
  assert.deepEqual(told(readSpan('ge2026-11-22')), [begins, undefined])
  assert.deepEqual(told(readSpan('gt2026-11-22')), [ends, undefined])
  assert.deepEqual(told(readSpan('lt2026-11-22')), [undefined, begins])
  assert.deepEqual(told(readSpan('le2026-11-22')), [undefined, ends])
  assert.deepEqual(told(readSpan('eq2026-11-22')), [begins, ends])
})

test('several together let in what lies in all of them', () => {
  const spans = ['ge2026-11', 'ge2026-11-22', 'lt2026-12', 'le2026-11-24'].map(
    text => readSpan(text) ?? assert.fail(text),
  )
  assert.deepEqual(told(within(spans)), ['2026-11-22T00:00:00.000Z', '2026-11-25T00:00:00.000Z'])
  assert.deepEqual(told(within([])), [undefined, undefined])
})

test('what is no date, or asks in a way that is not served, is not read', () => {
  for (const text of [
    '',
    'today',
    '2026-02-30',
    '2026-13',
    '26-11-22',
    'ne2026',
    'sa2026',
    'ap2026',
    '2026-11-22T25:00Z',
    '20261122',
    'ge',
    '2026-11-22 10:00',
  ])
    assert.equal(readSpan(text), undefined, text)
})
