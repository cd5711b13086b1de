import { type Store, transaction } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { FileMap } from '#work/sender/file-map.ts'
import type { Column } from './columns.ts'
import type { Drop, DropFault } from './drop.ts'
import type { FieldName } from './field.ts'
import { referenceIn, standingKeys } from './gone.ts'
import { bytesOf } from './read-drop.ts'
import { type RowFault, type RowReading, type RowValues, readRow, referencesIn, rowReading } from './read-row.ts'
import { columnsFault, type FileRow, rowsOfFile } from './rows-of-file.ts'

/** How many rows are shown as they would be read. */
const ROWS_SHOWN_MAX = 5
/** How many of the things that are gone are named. */
const GONE_SHOWN_MAX = 20
/** Of how many rows it is told what is wrong. */
export const FAULTS_SHOWN_MAX = 50

/** What is wrong with one row, by its number in the file. */
export interface FaultyRow {
  readonly row: number
  readonly faults: readonly RowFault[]
  /** Too few values, or too many, for its heading row: then no cell of it can be placed. */
  readonly length?: 'too-few' | 'too-many'
}

/** What would come of a file if it were taken in now. */
export interface Preview {
  readonly columns: readonly Column[]
  readonly count: number
  readonly faulty: number
  readonly first: readonly { readonly row: number; readonly values: RowValues }[]
  readonly faults: readonly FaultyRow[]
  /** What stands of this sender's earlier files and is not in this one, by reference: all of it, and the first of them. */
  readonly gone: { readonly count: number; readonly first: readonly string[] }
  /** Fields without which no row can be placed, and which no column says. Then no row is read. */
  readonly missing: readonly FieldName[]
}

/** Reads all of a file as it would be taken in, and takes nothing in. */
export async function previewDrop(
  store: Store,
  drop: Drop,
  map: FileMap | undefined,
): Promise<Outcome<Preview, DropFault>> {
  const rows = await rowsOfFile(() => bytesOf(store, drop.id), drop.kind, map)
  if (!rows.ok) return rows
  const reading = rowReading(rows.value.heading, drop.kind, map, store.clock.now())
  const { columns } = reading
  const fault = columnsFault(rows.value, drop.kind, map)
  if (fault?.code === 'columns-missing')
    return done({
      columns,
      count: rows.value.count,
      faulty: 0,
      first: [],
      faults: [],
      gone: NONE_GONE,
      missing: fault.fields,
    })
  if (fault !== undefined) return refused(fault)
  const first: { row: number; values: RowValues }[] = []
  const faults: FaultyRow[] = []
  const told = new Set<string>()
  const said = referencesIn(reading)
  let faulty = 0
  for await (const piece of rows.value.pieces()) {
    for (const one of piece) {
      const { key } = said(one.values)
      if (key !== undefined) told.add(key)
      const read = readOne(one, reading)
      if (read.ok && first.length < ROWS_SHOWN_MAX) first.push({ row: one.row, values: read.value })
      if (read.ok) continue
      faulty++
      if (faults.length < FAULTS_SHOWN_MAX) faults.push(read.problem)
    }
  }
  const gone = await goneOf(store, drop, told)
  return done({ columns, count: rows.value.count, faulty, first, faults, gone, missing: [] })
}

const NONE_GONE = { count: 0, first: [] } as const

async function goneOf(store: Store, drop: Drop, told: ReadonlySet<string>): Promise<Preview['gone']> {
  const standing = await transaction(store, tx => standingKeys(tx, drop))
  const missing = standing.filter(key => !told.has(key))
  return { count: missing.length, first: missing.slice(0, GONE_SHOWN_MAX).map(referenceIn) }
}

/** One row, or what is wrong with it. */
export function readOne({ row, values }: FileRow, reading: RowReading): Outcome<RowValues, FaultyRow> {
  const width = reading.columns.length
  if (values.length !== width)
    return refused({ row, faults: [], length: values.length < width ? 'too-few' : 'too-many' })
  const read = readRow(values, reading)
  return read.ok ? read : refused({ row, faults: read.problem })
}
