import { CsvError, type Options, parse } from 'csv-parse/sync'
import { done, type Outcome, refused } from '../outcome.ts'
import type { FileFault, RowFault } from './fault.ts'
import { piecesOf } from './pieces.ts'
import { ROW_BYTES_MAX, type Survey } from './survey.ts'

/** What is done with each row as it is read. Rows are counted from 1, the heading row. */
export interface RowTaker {
  /** Says whether to go on. */
  row(values: readonly string[], row: number): boolean
  /** A row that has too few or too many values; the next is read all the same. */
  bad(fault: RowFault, values: readonly string[]): void
}

/** What was read of a piece. */
export interface PieceRead {
  /** Rows that were read, bad ones among them, empty lines not. */
  readonly rows: number
  /** The row with which the next piece begins. */
  readonly next: number
  readonly goesOn: boolean
}

/** The heading row: the names of the columns, spaces around them taken off. None when there is no row at all. */
export async function readHeading(
  chunks: AsyncIterable<Uint8Array>,
  survey: Survey,
): Promise<Outcome<readonly string[], FileFault>> {
  for await (const piece of piecesOf(chunks, survey)) {
    let heading: readonly string[] | undefined
    const fault = parsePiece(piece, survey, 1, values => {
      heading = values
      return false
    })
    if (heading !== undefined) return done(heading.map(name => name.trim()))
    if (fault !== undefined) return refused(fault)
  }
  return refused({ code: 'empty' })
}

/**
 * Reads every row below the heading row, in order, and says how many there were, bad ones among them, empty lines not.
 * Memory: a piece.
 */
export async function readRows(
  chunks: AsyncIterable<Uint8Array>,
  survey: Survey,
  width: number,
  take: RowTaker,
): Promise<Outcome<number, FileFault>> {
  let rows = 0
  let first = 1
  for await (const piece of piecesOf(chunks, survey)) {
    const read = readPiece(piece, survey, { width, first }, take)
    if (!read.ok) return read
    rows += read.value.rows
    first = read.value.next
    if (!read.value.goesOn) break
  }
  return done(rows)
}

/**
 * Reads a piece whose first row has the number `first`; the heading row, which is 1, is passed over. Each row must have
 * `width` values, as the heading row has. A quotation mark within an unquoted value is a letter of it; quotes that do not
 * end as they should end the reading: what follows them could be anything. Spaces around unquoted values are taken off.
 */
export function readPiece(
  piece: Uint8Array,
  survey: Survey,
  { width, first }: { readonly width: number; readonly first: number },
  take: RowTaker,
): Outcome<PieceRead, FileFault> {
  let rows = 0
  let next = first
  let goesOn = true
  const fault = parsePiece(piece, survey, first, (values, row) => {
    next = row + 1
    if (row === 1) return true
    const found = values.length
    if (found === 1 && values[0] === '' && width > 1) return true
    rows++
    if (found === width) goesOn = take.row(values, row)
    else take.bad({ code: found < width ? 'too-few' : 'too-many', row, found, expected: width }, values)
    return goesOn
  })
  return fault === undefined || !goesOn ? done({ rows, next, goesOn }) : refused(fault)
}

/** Every row of a text that `exactCsvRow` has written, the heading row among them. For a few rows. */
export function readExactRows(written: Uint8Array): Outcome<readonly (readonly string[])[], FileFault> {
  const rows: (readonly string[])[] = []
  const fault = parsePiece(written, { encoding: 'utf-8', delimiter: ',', lineEnd: 'LF' }, 1, values => {
    rows.push(values)
    return true
  })
  return fault === undefined ? done(rows) : refused(fault)
}

/** Gives each row to `each` for as long as it says to go on. What ends the reading is answered. */
function parsePiece(
  piece: Uint8Array,
  { delimiter, lineEnd }: Survey,
  first: number,
  each: (values: readonly string[], row: number) => boolean,
): FileFault | undefined {
  let row = first
  let goesOn = true
  const options: Options = {
    delimiter,
    record_delimiter: lineEnd === 'CR' ? ['\r'] : ['\r\n', '\n'],
    // A space before a quote is how some programs write: the values of FEBRL are an example.
    trim: delimiter !== '\t',
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: ROW_BYTES_MAX,
    on_record(values: string[]) {
      if (goesOn) goesOn = each(values, row++)
      // It has been taken: nothing is gathered.
      return null
    },
  }
  try {
    parse(piece, options)
    return undefined
  } catch (error) {
    return faultOf(error, row)
  }
}

/** What ends the reading. What is no fault of the file is thrown on. */
function faultOf(error: unknown, row: number): FileFault {
  switch (error instanceof CsvError && error.code) {
    case 'CSV_MAX_RECORD_SIZE':
      return { code: 'row-too-long', row }
    case 'CSV_QUOTE_NOT_CLOSED':
      return { code: 'quote-not-closed', row }
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
      return { code: 'after-quote', row }
    default:
      throw error
  }
}
