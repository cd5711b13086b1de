import type { FileFault, RowFault } from '#ground/csv/fault.ts'
import { readHeading, readRows } from '#ground/csv/read.ts'
import { type Survey, surveyCsv } from '#ground/csv/survey.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { jaroWinkler } from '#record/person/matching/like/jaro-winkler.ts'
import { type HeadingFault, placesIn, type SidePlaces } from './columns.ts'
import type { Ids } from './ids.ts'
import type { MapSide } from './map.ts'
import type { OpenFile } from './open-file.ts'

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
  | { readonly code: 'id-twice'; readonly row: number; readonly id: string; readonly first: number }

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

/** Reads every row, gives those with an identifier of their own to `take`, and says what became of the others. */
export async function readSide(
  { file, survey, places }: ReadySide,
  ids: Ids,
  take: (values: readonly string[]) => void,
  told: (bytes: number) => void,
): Promise<Outcome<SideRead, SideFault>> {
  const reasons: RowReason[] = []
  let refusals = 0
  const refuse = (reason: RowReason) => {
    refusals++
    if (reasons.length < REASONS_MAX) reasons.push(reason)
  }
  const row = (values: readonly string[], number: number) => {
    const id = values[places.id] ?? ''
    const first = id === '' ? undefined : ids.add(id, number)
    if (id === '') refuse({ code: 'id-missing', row: number })
    else if (first !== undefined) refuse({ code: 'id-twice', row: number, id, first })
    else take(values)
    return true
  }
  return unlessDamaged(async () => {
    const read = await readRows(file.chunks(told), survey, places.width, { row, bad: refuse })
    if (!read.ok) return refused({ code: 'file', fault: read.problem })
    return done({ rows: read.value, refused: refusals, reasons })
  })
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
