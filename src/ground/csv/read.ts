import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import { done, type Outcome, refused } from '../outcome.ts'
import type { FileFault, RowFault } from './fault.ts'
import { ROW_BYTES_MAX, type Survey } from './survey.ts'

/** What is done with each row as it is read. Rows are counted from 1, the heading row. */
export interface RowTaker {
  /** Says whether to go on. */
  row(values: readonly string[], row: number): boolean
  /** A row that could not be read; the next is read all the same. */
  bad(fault: RowFault): void
}

/** The heading row: the names of the columns, spaces around them taken off. None when there is no row at all. */
export async function readHeading(
  chunks: AsyncIterable<Uint8Array>,
  survey: Survey,
): Promise<Outcome<readonly string[], FileFault>> {
  let heading: readonly string[] | undefined
  const read = await readWhole(chunks, survey, values => {
    heading = values
    return false
  })
  if (!read.ok) return read
  return heading === undefined ? refused({ code: 'empty' }) : done(heading.map(name => name.trim()))
}

/**
 * Reads every row below the heading row, in order, and says how many there were, bad ones among them, empty lines not.
 * Each row must have as many values as the heading row. A quotation mark within an unquoted value is a letter of it;
 * quotes that do not end as they should end the reading: what follows them could be anything. Spaces around unquoted
 * values are taken off. Memory: a row and a chunk.
 */
export async function readRows(
  chunks: AsyncIterable<Uint8Array>,
  survey: Survey,
  take: RowTaker,
): Promise<Outcome<number, FileFault>> {
  let expected = 0
  let rows = 0
  const read = await readWhole(chunks, survey, (values, row) => {
    if (row === 1) {
      expected = values.length
      return true
    }
    if (values.length === 1 && values[0] === '' && expected > 1) return true
    rows++
    const found = values.length
    if (found === expected) return take.row(values, row)
    take.bad({ code: found < expected ? 'too-few' : 'too-many', row, found, expected })
    return true
  })
  return read.ok ? done(rows) : read
}

/** Says whether to go on. */
type Each = (values: readonly string[], row: number) => boolean

async function readWhole(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: Survey,
  each: Each,
): Promise<Outcome<undefined, FileFault>> {
  let row = 0
  let goesOn = true
  const options: Options = {
    bom: true,
    delimiter,
    // A space before a quote is how some programs write: the values of FEBRL are an example.
    trim: delimiter !== '\t',
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: ROW_BYTES_MAX,
    on_record(values: string[]) {
      row++
      if (goesOn) goesOn = each(values, row)
      // Nothing waits in the stream: the row has been taken.
      return null
    },
  }
  const parser = parse(options).resume()
  try {
    await pipeline(Readable.from(until(textOf(chunks, encoding), () => !goesOn)), parser)
    return done(undefined)
  } catch (error) {
    return goesOn ? refused(faultOf(error, row + 1)) : done(undefined)
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

async function* until<Item>(items: AsyncIterable<Item>, isOver: () => boolean): AsyncGenerator<Item> {
  for await (const item of items) {
    yield item
    if (isOver()) return
  }
}

/** UTF-8 as it is, everything else as text. */
async function* textOf(chunks: AsyncIterable<Uint8Array>, encoding: Survey['encoding']) {
  if (encoding === 'utf-8') {
    yield* chunks
    return
  }
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
