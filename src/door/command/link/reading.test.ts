import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PlacedColumn } from './columns.ts'
import { figuresOf } from './figures.ts'
import { identityReader } from './identity.ts'
import { Ids } from './ids.ts'
import { otherReader } from './other-values.ts'

function placed(...columns: readonly Partial<PlacedColumn>[]): PlacedColumn[] {
  return columns.map((column, at) => ({ as: 'given', column: `c${at}`, at, ...column }))
}

test('a house number in a column of its own belongs to the street beside it', () => {
  const read = identityReader(placed({ as: 'line' }, { as: 'line' }, { as: 'line' }, { as: 'town' }))
  assert.deepEqual(read(['7', 'wallaby place', 'delmar', 'cleveland']).addresses, [
    { lines: ['7 wallaby place', 'delmar'], town: 'cleveland', postcode: undefined, uprn: undefined },
  ])
})

test('a birth date in three columns is read as far as it goes', () => {
  const part = (which: 'year' | 'month' | 'day') => ({ as: 'birthdate', part: which }) as const
  const read = identityReader(placed(part('day'), part('month'), part('year')))
  assert.equal(read(['2', '11', '1948']).born, '1948-11-02')
  assert.equal(read(['', '11', '1948']).born, '1948-11')
  assert.equal(read(['2', '', '1948']).born, '1948')
  assert.equal(read(['2', '11', '']).born, '')
})

test('a maiden name is another name of the same person', () => {
  const read = identityReader(placed({ as: 'given' }, { as: 'surname' }, { as: 'surname', alias: true }))
  const { given, surname, aliases } = read(['Mair', 'Jones', 'Rees'])
  assert.deepEqual([given, surname, aliases], ['Mair', 'Jones', [{ surname: 'Rees' }]])
})

test('other columns are compared as what they hold, and what says nothing is nothing', () => {
  const read = (as: 'exact' | 'text' | 'name' | 'date' | 'number', value: string) =>
    otherReader({ as, column: 'x', at: 0 }).read(value)
  assert.equal(read('exact', ' CRN 00 12-b '), 'crn0012-b')
  assert.equal(read('text', 'Coal-miner,  (retired)'), 'coal miner retired')
  assert.equal(read('name', 'Llanfair-ym-Muallt'), 'llanfair ym muallt')
  assert.equal(read('date', '17/03/1942'), '1942-03-17')
  assert.equal(read('number', '1,250.50'), '1250.5')
  assert.equal(read('number', 'about ten'), '')
  for (const nothing of ['', '-', 'N/A', 'unknown', 'NULL']) assert.equal(read('text', nothing), '', nothing)
})

test('an identifier is known from the row it first stood in, however many there are', () => {
  const rows = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '1'), minLength: 1, maxLength: 6 }), {
    maxLength: 3000,
  })
  const alike = fc.property(rows, list => {
    const ids = new Ids()
    const known = new Map<string, number>()
    for (const [row, id] of list.entries()) {
      assert.equal(ids.add(id, row)?.row, known.get(id))
      if (!known.has(id)) known.set(id, row)
    }
    assert.deepEqual(ids.list, [...known.keys()])
  })
  fc.assert(alike, { numRuns: 30 })
})

test('figures count true pairs within one file, or across two, and leave out whom nobody knows', () => {
  const found = {
    pairs: [
      { left: 0, right: 1, weight: 9, decision: 'link' },
      { left: 0, right: 3, weight: 5, decision: 'link' },
      { left: 2, right: 3, weight: 2, decision: 'review' },
      { left: 4, right: 5, weight: 8, decision: 'link' },
    ],
    clusters: Int32Array.of(0, 0, 2, 0, 4, 4),
    truth: Int32Array.of(7, 7, 8, 8, -1, 8),
    leftRecords: undefined,
  } as const
  const within = figuresOf(found)
  assert.equal(within.truePairs, 4)
  assert.deepEqual(within.automatic, { precision: 0.5, recall: 0.25, f1: 2 / 6, wrong: 1 })
  assert.deepEqual(within.review, { pairs: 1, per100: 20, trueShare: 1, recall: 0.5 })
  assert.deepEqual(within.best, { precision: 2 / 3, recall: 0.5, f1: 4 / 7, weight: 2 })
  assert.deepEqual(within.clusters, { precision: 1 / 3, recall: 0.25, f1: 2 / 7 })
  assert.equal(figuresOf({ ...found, leftRecords: 3 }).truePairs, 2)
})
