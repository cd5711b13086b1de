import { unharmed } from '#ground/csv/write.ts'
import { dayOf } from '#ground/day.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { FileMap } from '#work/sender/file-map.ts'
import { alertOf } from './alert-codes.ts'
import { type CellFault, readCell } from './cell.ts'
import { type Column, columnsOf } from './columns.ts'
import type { Field, FieldName } from './field.ts'
import { fieldsOf } from './fields-of.ts'
import type { DropKind } from './kind.ts'

/** What one row says, by field: days and moments in ISO 8601, codes as ours, the rest as it was written. Blank cells are absent. */
export type RowValues = Readonly<Partial<Record<FieldName, string>>>

/** A cell that keeps its row from being taken in. */
export interface RowFault {
  readonly fault: CellFault
  readonly field: FieldName
  /** The heading of its column; undefined when the file has none that says this. */
  readonly heading: string | undefined
  /** As it was sent. */
  readonly text: string
}

/** How a row is read: which column says what, as its sender's map has it on a day. */
export interface RowReading {
  readonly kind: DropKind
  readonly columns: readonly Column[]
  readonly map: FileMap
  /** Each field with the columns that say it. */
  readonly fields: readonly (readonly [FieldName, Field, readonly Column[]])[]
  /** The year of the day on which it is read: of dates whose year has two digits. */
  readonly year: number
}

/** Prepares the reading of rows under one heading row. */
export function rowReading(
  heading: readonly string[],
  kind: DropKind,
  map: FileMap | undefined,
  now: Date,
): RowReading {
  const columns = columnsOf(heading, kind, map)
  const own = Map.groupBy(columns, ({ field }) => field)
  const fields = (Object.entries(fieldsOf(kind)) as [FieldName, Field][]).map(
    ([name, field]) => [name, field, own.get(name) ?? []] as const,
  )
  return { kind, map: map ?? {}, columns, fields, year: Number(dayOf(now).slice(0, 4)) }
}

/**
 * Reads one row, as long as its heading row. Every cell that is wrong is told, not the first alone. Columns that say the
 * same field are one text, in their order: the parts of an address or of a date.
 */
export function readRow(values: readonly string[], reading: RowReading): Outcome<RowValues, readonly RowFault[]> {
  const faults: RowFault[] = []
  const said: Partial<Record<FieldName, string>> = {}
  for (const [name, field, own] of reading.fields) {
    const text = joined(name, own, values)
    const heading = own[0]?.heading
    if (text === '') {
      if (field.isRequired) faults.push({ fault: 'missing', field: name, heading, text })
      continue
    }
    const read = readCell(name, field, whole(name, text, said), reading)
    if (read.ok) said[name] = read.value
    else faults.push({ fault: read.problem, field: name, heading, text })
  }
  faults.push(...together(said, reading))
  return faults.length > 0 ? refused(faults) : done(said)
}

/** Parts of an address are lines; parts of anything else have a space between them. */
function joined(name: FieldName, columns: readonly Column[], values: readonly string[]): string {
  const parts = columns.map(({ at }) => unharmed((values[at] ?? '').trim())).filter(part => part !== '')
  return parts.join(name === 'addressLine' ? '\n' : ' ')
}

/** A time alone is one of the day on which the visit begins. */
function whole(name: FieldName, text: string, said: RowValues): string {
  const isTimeAlone = name === 'endsAt' && /^\d{1,2}[:.]\d{2}$/.test(text)
  return isTimeAlone && said.startsAt !== undefined ? `${dayOf(new Date(said.startsAt))} ${text}` : text
}

/** What no cell says alone. */
function together(said: RowValues, { columns, kind }: RowReading): RowFault[] {
  const faultAt = (fault: CellFault, field: FieldName): RowFault => ({
    fault,
    field,
    heading: columns.find(column => column.field === field)?.heading,
    text: said[field] ?? '',
  })
  const pairs = [
    ['startsOn', 'endsOn'],
    ['startsAt', 'endsAt'],
  ] as const
  const faults = pairs.flatMap(([from, to]) => {
    const [start, end] = [said[from], said[to]]
    return start !== undefined && end !== undefined && end < start ? [faultAt('ends-before', to)] : []
  })
  if (kind !== 'alerts' || said.alertCode === undefined || alertOf(said.alertCode) !== undefined) return faults
  return [...faults, faultAt('unknown-alert', 'alertCode')]
}

/** What a row tells of, in its sender's own references: the same in every file, so that a later one changes it. */
export function keyOfRow(kind: DropKind, { reference, localId }: RowValues): string {
  return `${kind}/${kind === 'care-and-support' ? localId : reference}`
}

/**
 * Whose a row is and what it tells of, as they are written in the file, also where other cells cannot be read: so that
 * rows about one person keep their order, and a row that was put right is known for the one that it puts right.
 */
export function referencesIn({ columns, kind }: RowReading) {
  const placesOf = (field: FieldName) => columns.filter(column => column.field === field).map(({ at }) => at)
  const [localIds, references] = [placesOf('localId'), placesOf('reference')]
  const textAt = (places: readonly number[], values: readonly string[]) =>
    places.map(at => unharmed((values[at] ?? '').trim())).join(' ')
  return (values: readonly string[]): { readonly whose: string; readonly key: string | undefined } => {
    const [localId, reference] = [textAt(localIds, values), textAt(references, values)]
    const key = keyOfRow(kind, { localId, reference })
    return { whose: localId, key: key === `${kind}/` ? undefined : key }
  }
}
