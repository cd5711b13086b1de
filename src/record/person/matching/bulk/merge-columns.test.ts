import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { standardise } from '#record/person/standard/standardise.ts'
import { BROAD_RECORDS_MAX, type Emit, emitKeys, RULES } from '../blocking.ts'
import { fieldsWith } from '../compare/fields.ts'
import { type MatchRecord, onlyStandard } from '../record.ts'
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

test('of more records than broad rules are for, parts hold the same keys as all at once, whatever each part left out', () => {
  const short = { ...records[0]!, standard: { ...records[0]!.standard, addresses: [], phones: [], emails: [] } }
  const half = Array.from({ length: BROAD_RECORDS_MAX / 2 + 1 }, () => short)
  const merger = new ColumnMerger()
  for (const wantsBroad of [true, false]) {
    const writer = new ColumnWriter(fieldsWith([]), wantsBroad)
    for (const record of half) writer.add(record)
    merger.append(writer.done())
  }
  const merged = merger.done().keys.map(({ record }) => record.length)
  assert.deepEqual(
    merged,
    laidDown([...half, ...half]).keys.map(({ record }) => record.length),
  )
  assert.ok(merged.some(length => length === 2 * half.length) && merged.some(length => length === 0))
})

test('somebody of two names and many addresses has the same narrow keys whether broad ones are wanted or not', () => {
  const addresses = ['Bethel', 'Capel', 'Derwen', 'Eithin', 'Fuches', 'Gelli', 'Helyg'].map((street, at) => ({
    lines: [`${at + 1} Heol ${street}`],
    town: 'Aberhafren',
    postcode: `GH${at + 1} ${at + 1}AB`,
    uprn: String(9_990_001 + at),
  }))
  const aliases = [{ given: 'Bethan', surname: 'Bowen' }]
  const standard = standardise({ given: 'Mair', surname: 'Jones', born: '1950-02-03', aliases, addresses })
  const narrow = (wantsBroad: boolean) => {
    const keys: string[] = []
    const put: Emit = (rule, { high, low }) => RULES[rule]?.isBroad !== true && keys.push(`${rule} ${high} ${low}`)
    emitKeys(onlyStandard(standard), put, wantsBroad)
    return keys
  }
  assert.ok(narrow(true).length > 40)
  assert.deepEqual(narrow(false), narrow(true))
})
