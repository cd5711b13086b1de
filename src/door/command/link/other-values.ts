import type { OtherKind } from '#record/person/matching/compare/other-column.ts'
import { fold } from '#record/person/standard/fold.ts'
import { type DateOrder, readWrittenDate } from '#record/person/standard/written-date.ts'
import type { PlacedColumn } from './columns.ts'

/** An other column, and how its values are made comparable. */
export interface OtherReader {
  readonly name: string
  readonly at: number
  /** `''` when nothing is said. */
  read(value: string): string
}

/** What an other column is called: by the map, or as it is in the file. */
export function otherName({ name, column }: Pick<PlacedColumn, 'name' | 'column'>): string {
  return name ?? column
}

/** Makes the values of an other column comparable: spelt alike, and nothing where nothing is said. */
export function otherReader(column: PlacedColumn & { readonly as: OtherKind }): OtherReader {
  const read = READ[column.as]
  const { order } = column
  return {
    name: otherName(column),
    at: column.at,
    read: value => (NOTHING.has(value.toLowerCase()) ? '' : read(value, order)),
  }
}

const READ: Readonly<Record<OtherKind, (value: string, order: DateOrder | undefined) => string>> = {
  exact: value => fold(value).replace(/\s+/g, ''),
  text: value => words(value).join(' '),
  name: value => words(value).join(' '),
  date: dateOf,
  number: numberOf,
}

/** What people and programs write for want of anything. */
const NOTHING: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '.',
  '?',
  'n/a',
  'na',
  'nan',
  'nil',
  'none',
  'null',
  'unknown',
  'not known',
  'anhysbys',
  'dim',
])

function words(value: string): readonly string[] {
  return (
    fold(value)
      .replace(/'/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function dateOf(value: string, order: DateOrder | undefined): string {
  const date = readWrittenDate(value, order)
  if (date === undefined) return ''
  const parts = [date.year, date.month, date.day].filter(part => part !== undefined)
  return parts.map(part => String(part).padStart(2, '0')).join('-')
}

/** Thousands may be set apart by commas or spaces; what is no number says nothing. */
function numberOf(value: string): string {
  const number = Number(value.replace(/[\s,](?=\d{3}\b)/g, '').replace(/^[£$€]/, ''))
  return Number.isFinite(number) ? String(number) : ''
}
