import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Figure, figureOf, isFew, type Total, totalOf, totalOfTotals } from './small-numbers.ts'

test('Nobody can be recognised in a number: from 1 to 4 it is not told', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), count => assert.equal(figureOf(count), 'few')))
})

test('None is told as none, and five or more as they are', () => {
  assert.equal(figureOf(0), 0)
  fc.assert(fc.property(fc.integer({ min: 5 }), count => assert.equal(figureOf(count), count)))
})

test('A total is exact where every figure is told, and otherwise never more than it is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 6 }), counts => {
      const { told, isExact } = totalOf(counts.map(figureOf))
      const sum = counts.reduce((one, other) => one + other, 0)
      assert.ok(isExact ? told === sum : told <= sum)
      assert.equal(isExact, !counts.some(isFew))
    }),
  )
})

// The attack: somebody who has everything that is published, and who knows how it is made, tries every table that could
// be behind it. Nothing must be learnt of a small number but that it is one: each of 1, 2, 3 and 4 is still possible.

test('From two rows and two months with every total, and the difference of the months, no small number can be told', () => {
  assert.deepEqual(learnt(tables(2, 2), published), [])
})

test('Nor from a row of four, nor from two agreements of two clauses with a total over the totals', () => {
  assert.deepEqual(learnt(tables(1, 4), published), [])
  assert.deepEqual(learnt(tables(2, 2), nested), [])
})

test('The attack finds a version that tells the totals as they are, and one that hides only the total itself', () => {
  const exact = (table: Table): unknown => [cells(table), sums(table)]
  assert.ok(learnt(tables(2, 2), exact).length > 0, 'no secondary suppression')
  const hidden = (table: Table): unknown => [cells(table), sums(table).map(all => all.map(figureOf))]
  assert.ok(learnt(tables(2, 2), hidden).length > 0, 'small totals hidden alone')
  const rounded = (table: Table): unknown => [cells(table), sums(table).map(all => all.map(sum => sum - (sum % 5)))]
  assert.ok(learnt(tables(2, 2), rounded).length > 0, 'totals rounded after they were added up')
})

type Table = readonly (readonly number[])[]

/** What is published of a table: its cells, and the totals of its rows, its columns and all of it. */
function published(table: Table): unknown {
  const figures = cells(table)
  const columns = figures[0]?.map((_, column) => figures.map(row => row[column] ?? 0)) ?? []
  return [figures, figures.map(totalOf), columns.map(totalOf), totalOf(figures.flat())]
}

/** The same as a tree: clauses, agreements, and all of them. */
function nested(table: Table): unknown {
  const totals: Total[] = cells(table).map(totalOf)
  return [cells(table), totals, totalOfTotals(totals)]
}

function cells(table: Table): Figure[][] {
  return table.map(row => row.map(figureOf))
}

function sums(table: Table): number[][] {
  const rows = table.map(row => row.reduce((sum, count) => sum + count, 0))
  const columns = table[0]?.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0)) ?? []
  return [rows, columns, [rows.reduce((sum, count) => sum + count, 0)]]
}

/** The largest count of the tables tried: beyond what is few, so that what is told is among them. */
const COUNT_MAX = 6

function tables(rows: number, columns: number): Table[] {
  const size = rows * columns
  return Array.from({ length: (COUNT_MAX + 1) ** size }, (_, number) => {
    const counts = Array.from(
      { length: size },
      (_, place) => Math.floor(number / (COUNT_MAX + 1) ** place) % (COUNT_MAX + 1),
    )
    return Array.from({ length: rows }, (_, row) => counts.slice(row * columns, (row + 1) * columns))
  })
}

/** Every small number of which what is published tells more than that it is small. */
function learnt(all: readonly Table[], publish: (table: Table) => unknown): string[] {
  const alike = Map.groupBy(all, table => JSON.stringify(publish(table)))
  return [...alike].flatMap(([told, behind]) => {
    const counts = behind.map(table => table.flat())
    const width = counts[0]?.length ?? 0
    return Array.from({ length: width }, (_, place) => new Set(counts.map(one => one[place] ?? 0)))
      .filter(possible => [...possible].some(isFew) && possible.size < 4)
      .map(possible => `${told}: one of ${[...possible].join(', ')}`)
  })
}
