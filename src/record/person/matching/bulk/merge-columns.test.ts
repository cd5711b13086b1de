import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fieldsWith } from '../compare/fields.ts'
import type { MatchRecord } from '../record.ts'
import { knownRecords } from '../test-people.ts'
import { type Columns, ColumnWriter } from './columns.ts'
import { ColumnMerger } from './merge-columns.ts'

const records = knownRecords(30, 11).map(({ record }) => record)

function laidDown(some: readonly MatchRecord[]): Columns {
  const writer = new ColumnWriter(fieldsWith([]))
  for (const record of some) writer.add(record)
  return writer.done()
}

test('records that were laid down in parts are the same as if they had been laid down at once', () => {
  const cuts = fc.array(fc.nat(records.length), { maxLength: 5 })
  const alike = fc.property(cuts, fc.nat(9), (places, leftOut) => {
    const merger = new ColumnMerger()
    const kept: MatchRecord[] = []
    const bounds = [0, ...places.toSorted((one, other) => one - other), records.length]
    for (const [index, from] of bounds.slice(0, -1).entries()) {
      const part = records.slice(from, bounds[index + 1])
      const isLeftOut = (record: number) => record % 10 === leftOut
      merger.append(laidDown(part), isLeftOut)
      kept.push(...part.filter((_, record) => !isLeftOut(record)))
    }
    assert.deepEqual(merger.done(), laidDown(kept))
  })
  fc.assert(alike, { numRuns: 50 })
})
