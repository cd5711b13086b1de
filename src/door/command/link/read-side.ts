import type { FileFault, RowFault } from '#ground/csv/fault.ts'
import { piecesOf } from '#ground/csv/pieces.ts'
import { readHeading } from '#ground/csv/read.ts'
import { type Survey, surveyCsv } from '#ground/csv/survey.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { ColumnMerger } from '#record/person/matching/bulk/merge-columns.ts'
import { jaroWinkler } from '#record/person/matching/like/jaro-winkler.ts'
import { type HeadingFault, placesIn, type SidePlaces } from './columns.ts'
import type { Ids } from './ids.ts'
import type { LaidPiece } from './lay-piece.ts'
import type { BeginLaying } from './laying.ts'
import type { MapSide } from './map.ts'
import type { OpenFile } from './open-file.ts'
import type { Truths } from './truths.ts'

/** A file whose bytes and heading row have been looked at: it can be read. */
export interface ReadySide {
  readonly file: OpenFile
  readonly survey: Survey
  readonly places: SidePlaces
}

/** Why a file cannot be read at all. */
export type SideFault =
  | { readonly code: 'file'; readonly fault: FileFault }
  | { readonly code: 'heading'; readonly faults: readonly HeadingFault[] }
  | { readonly code: 'damaged' }

/** Why one row is refused. */
export type RowReason =
  | RowFault
  | { readonly code: 'id-missing'; readonly row: number }
  | { readonly code: 'id-twice' | 'id-elsewhere'; readonly row: number; readonly id: string; readonly first: number }

/** What became of the rows of a file. */
export interface SideRead {
  readonly rows: number
  readonly refused: number
  /** The first of them. */
  readonly reasons: readonly RowReason[]
}

/** How many refused rows are told with their reasons: whoever has more wants to look at the file and not at a list. */
const REASONS_MAX = 20

/** Looks at a file from its first byte to its last, and finds the columns that the map names. */
export async function readySide(
  file: OpenFile,
  side: MapSide,
  encoding: 'utf-8' | 'windows-1252' | undefined,
  told: (bytes: number) => void,
): Promise<Outcome<ReadySide, SideFault>> {
  return unlessDamaged(async () => {
    const survey = await surveyCsv(file.chunks(told), encoding)
    if (!survey.ok) return refused({ code: 'file', fault: survey.problem })
    const heading = await readHeading(file.chunks(), survey.value)
    if (!heading.ok) return refused({ code: 'file', fault: heading.problem })
    const places = placesIn(heading.value, side, jaroWinkler)
    if (!places.ok) return refused({ code: 'heading', faults: places.problem })
    return done({ file, survey: survey.value, places: places.value })
  })
}

/** What the records of one or two files are gathered in. */
export interface Gathering {
  readonly ids: Ids
  readonly merger: ColumnMerger
  readonly truths: Truths
}

/** Reads every row, gathers those with an identifier of their own, and says what became of the others. */
export async function readSide(
  { file, survey, places }: ReadySide,
  gathering: Gathering,
  begin: BeginLaying,
  told: (bytes: number) => void,
): Promise<Outcome<SideRead, SideFault>> {
  const reading = new SideReading(gathering)
  const laying = begin({ survey, places }, file.bytes)
  try {
    return await unlessDamaged(async () => {
      const underWay: Promise<LaidPiece>[] = []
      let isFirst = true
      for await (const bytes of piecesOf(file.chunks(told), survey)) {
        underWay.push(laying.lay({ bytes, isFirst, wantsBroad: gathering.merger.wantsBroad }))
        isFirst = false
        if (underWay.length >= laying.atOnce) reading.take(await underWay.shift())
        if (reading.fault !== undefined) break
      }
      for (const one of underWay) reading.take(await one)
      return reading.done()
    })
  } finally {
    await laying.close()
  }
}

/** Gathers pieces in their order. */
class SideReading {
  fault: FileFault | undefined
  readonly #gathering: Gathering
  readonly #reasons: RowReason[] = []
  /** Identifiers of the file before, when both have one set of them. */
  readonly #before: number
  #refused = 0
  #rows = 0
  /** The row of the file with which the next piece begins. */
  #next = 1

  constructor(gathering: Gathering) {
    this.#gathering = gathering
    this.#before = gathering.ids.list.length
  }

  take(piece: LaidPiece | undefined): void {
    if (piece === undefined || this.fault !== undefined) return
    const { read, columns, ids, rows, truths, bad } = piece
    const before = this.#next - (this.#next === 1 ? 1 : 2)
    if (!read.ok) {
      this.fault = 'row' in read.problem ? { ...read.problem, row: read.problem.row + before } : read.problem
      return
    }
    const reasons: RowReason[] = bad.map(fault => ({ ...fault, row: fault.row + before }))
    const leftOut = new Uint8Array(ids.length)
    for (const [record, id] of ids.entries()) {
      const row = (rows[record] ?? 0) + before
      const reason = this.#reasonAgainst(id, row)
      if (reason === undefined) this.#gathering.truths.add(truths[record] ?? '')
      else {
        reasons.push(reason)
        leftOut[record] = 1
      }
    }
    this.#gathering.merger.append(columns, record => leftOut[record] === 1)
    this.#refuse(reasons.sort((one, other) => one.row - other.row))
    this.#rows += read.value.rows
    this.#next = read.value.next + before
  }

  done(): Outcome<SideRead, SideFault> {
    if (this.fault !== undefined) return refused({ code: 'file', fault: this.fault })
    return done({ rows: this.#rows, refused: this.#refused, reasons: this.#reasons })
  }

  #reasonAgainst(id: string, row: number): RowReason | undefined {
    if (id === '') return { code: 'id-missing', row }
    const known = this.#gathering.ids.add(id, row)
    if (known === undefined) return undefined
    return { code: known.place < this.#before ? 'id-elsewhere' : 'id-twice', row, id, first: known.row }
  }

  #refuse(reasons: readonly RowReason[]): void {
    this.#refused += reasons.length
    this.#reasons.push(...reasons.slice(0, Math.max(0, REASONS_MAX - this.#reasons.length)))
  }
}

/** A compressed file that was cut short or changed tells of it only while it is read. */
async function unlessDamaged<Value>(
  work: () => Promise<Outcome<Value, SideFault>>,
): Promise<Outcome<Value, SideFault>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))) return refused({ code: 'damaged' })
    throw error
  }
}
