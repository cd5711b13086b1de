import type { FileFault, RowFault } from '#ground/csv/fault.ts'
import { type PieceRead, readPiece } from '#ground/csv/read.ts'
import type { Survey } from '#ground/csv/survey.ts'
import type { Outcome } from '#ground/outcome.ts'
import { type Columns, ColumnWriter } from '#record/person/matching/bulk/columns.ts'
import { fieldsWith } from '#record/person/matching/compare/fields.ts'
import type { SidePlaces } from './columns.ts'
import { othersOf, recordReader } from './record-reader.ts'

/** How the rows of a file are made into records: all that a thread must know. */
export interface LayingJob {
  readonly survey: Survey
  readonly places: SidePlaces
}

/** Whole rows of a file. */
export interface Piece {
  readonly bytes: Uint8Array
  /** It begins with the heading row. */
  readonly isFirst: boolean
  /** Whether keys of broad rules matter: once there are very many records, nothing comes of them. */
  readonly wantsBroad: boolean
}

/** A piece whose records have been laid down. Rows are counted as if it began with row 1 or, without a heading row, 2. */
export interface LaidPiece {
  readonly read: Outcome<PieceRead, FileFault>
  readonly columns: Columns
  /** Of each record: its identifier, its row, and who it truly is, `''` when nothing is said. */
  readonly ids: readonly string[]
  readonly rows: Int32Array
  readonly truths: readonly string[]
  readonly bad: readonly RowFault[]
}

/** Lays down pieces of one file, each by itself. Pure: the same piece always gives the same. */
export function pieceLayer({ survey, places }: LayingJob): (piece: Piece) => LaidPiece {
  const recordOf = recordReader(places.columns)
  const fields = fieldsWith(othersOf(places.columns))
  return ({ bytes, isFirst, wantsBroad }) => {
    const writer = new ColumnWriter(fields, wantsBroad)
    const ids: string[] = []
    const rows: number[] = []
    const truths: string[] = []
    const bad: RowFault[] = []
    const read = readPiece(
      bytes,
      survey,
      { width: places.width, first: isFirst ? 1 : 2 },
      {
        row(values, row) {
          writer.add(recordOf(values))
          ids.push(values[places.id] ?? '')
          rows.push(row)
          truths.push(places.cluster === undefined ? '' : (values[places.cluster] ?? ''))
          return true
        },
        bad: fault => bad.push(fault),
      },
    )
    return { read, columns: writer.done(), ids, rows: Int32Array.from(rows), truths, bad }
  }
}
