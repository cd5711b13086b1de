import { piecesOf } from '#ground/csv/pieces.ts'
import { readPiece } from '#ground/csv/read.ts'
import { type Survey, surveyCsv } from '#ground/csv/survey.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { FileMap } from '#work/sender/file-map.ts'
import { COLUMNS_MAX, columnsOf, HEADING_ROWS_MAX, headingAt, missingFields } from './columns.ts'
import type { DropFault } from './drop.ts'
import type { DropKind } from './kind.ts'

/** How much is read at once: a hundred rows or so, so that nobody else waits for long. */
const PIECE_BYTES = 16 * 1024

/** A file, as often as it is to be read. */
export type Bytes = () => AsyncIterable<Uint8Array>

/** One row of a file, by its number from 1 as a spreadsheet counts. It may have more or fewer values than its heading row. */
export interface FileRow {
  readonly row: number
  readonly values: readonly string[]
}

/** A file that can be read from its beginning to its end. */
export interface RowsOfFile {
  readonly heading: readonly string[]
  readonly headingRow: number
  /** How many rows there are below the heading row. */
  readonly count: number
  /** The rows, in order, some at a time. */
  pieces(): AsyncGenerator<readonly FileRow[]>
}

/**
 * Looks at all of a file once before anything of it counts: whether it is CSV to its end, and which row is the heading
 * row. Memory: a piece.
 */
export async function rowsOfFile(bytes: Bytes, kind: DropKind, map?: FileMap): Promise<Outcome<RowsOfFile, DropFault>> {
  const survey = await surveyCsv(bytes())
  if (!survey.ok) return survey
  const read = { bytes, survey: survey.value }
  let top: readonly FileRow[] = []
  let count = 0
  for await (const piece of everyRow(read)) {
    if (!piece.ok) return piece
    if (top.length < HEADING_ROWS_MAX) top = [...top, ...piece.value].slice(0, HEADING_ROWS_MAX)
    count += piece.value.length
  }
  const place = headingAt(
    top.map(({ values }) => values),
    kind,
    map,
  )
  const found = top[place]
  if (found === undefined) return refused({ code: 'empty' })
  const heading = found.values.map(name => name.trim())
  if (heading.length > COLUMNS_MAX) return refused({ code: 'too-many-columns', found: heading.length })
  return done({ heading, headingRow: found.row, count: count - place - 1, pieces: () => below(read, found.row) })
}

/** Why the columns of a file do not do: it lacks one without which no row can be placed. */
export function columnsFault({ heading }: RowsOfFile, kind: DropKind, map?: FileMap): DropFault | undefined {
  const fields = missingFields(columnsOf(heading, kind, map), kind)
  return fields.length === 0 ? undefined : { code: 'columns-missing', fields }
}

interface Read {
  readonly bytes: Bytes
  readonly survey: Survey
}

async function* below(read: Read, headingRow: number): AsyncGenerator<readonly FileRow[]> {
  for await (const piece of everyRow(read)) {
    // Bytes that were read to their end once are read so again.
    if (!piece.ok) throw new Error(`a file that was kept reads otherwise now: ${piece.problem.code}`)
    yield piece.value.filter(({ row }) => row > headingRow)
  }
}

/** Each row whatever its length, the heading row among them. */
async function* everyRow({ bytes, survey }: Read): AsyncGenerator<Outcome<readonly FileRow[], DropFault>> {
  // The first row of what is read is passed over as a heading row would be: here none is known yet, so it has number 2.
  let first = 2
  for await (const piece of piecesOf(bytes(), survey, PIECE_BYTES)) {
    const rows: FileRow[] = []
    const take = (values: readonly string[], row: number) => {
      if (values.some(value => value !== '')) rows.push({ row: row - 1, values })
      return true
    }
    const read = readPiece(
      piece,
      survey,
      { width: 0, first },
      { row: take, bad: ({ row }, values) => take(values, row) },
    )
    if (!read.ok) {
      const { problem } = read
      yield refused('row' in problem ? { ...problem, row: problem.row - 1 } : problem)
      return
    }
    first = read.value.next
    yield done(rows)
  }
}
