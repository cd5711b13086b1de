import { readMoment } from '#ground/hl7/time.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { readWrittenDate } from '#record/person/standard/written-date.ts'
import type { FileMap } from '#work/sender/file-map.ts'
import { codeOf, yesOrNo } from './codes.ts'
import { plain } from './columns.ts'
import type { Field, FieldName } from './field.ts'

/** What may be wrong with a cell, so that its row is put aside until somebody has put it right. */
export const CELL_FAULTS = [
  'missing',
  'too-long',
  'hidden-letters',
  'not-a-day',
  'not-a-time',
  'not-a-number',
  'not-yes-or-no',
  'unknown-code',
  'unknown-alert',
  'ends-before',
] as const
export type CellFault = (typeof CELL_FAULTS)[number]

/** The longest cell that is read, characters. */
export const CELL_LENGTH_MAX = 2000

/** Control characters, and marks that turn the direction of what follows: nobody sees them, and they hide what is there. */
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
/** Years ahead that a date of two digits may lie. */
const YEARS_AHEAD = 10

export interface CellReading {
  readonly map: FileMap
  readonly year: number
}

/** What a cell says, as it is kept: a day and a moment in ISO 8601, a code of ours, a plain number; text as it is. */
export function readCell(
  name: FieldName,
  field: Field,
  text: string,
  { map, year }: CellReading,
): Outcome<string, CellFault> {
  if (text.length > CELL_LENGTH_MAX) return refused('too-long')
  if (HIDDEN.test(text.replace(/[\t\r\n]/g, ' '))) return refused('hidden-letters')
  switch (field.as) {
    case 'text':
      return done(text)
    case 'day':
      return orFault(dayIn(text, map, name === 'born' ? year : year + YEARS_AHEAD), 'not-a-day')
    case 'moment':
      return orFault(momentIn(text, map, year + YEARS_AHEAD), 'not-a-time')
    case 'number':
      return orFault(/^\d{1,6}([.,]\d{1,4})?$/.test(text) ? text.replace(',', '.') : undefined, 'not-a-number')
    case 'yes-no':
      return orFault(yesOrNo(plain(text)), 'not-yes-or-no')
    default: {
      const said = Object.entries(map.codes?.[name] ?? {}).find(([word]) => word === plain(text))?.[1]
      const known = said !== undefined && Object.hasOwn(field.as, said) ? said : undefined
      return orFault(known ?? codeOf(field.as, plain(text)), 'unknown-code')
    }
  }
}

function orFault(value: string | undefined, fault: CellFault): Outcome<string, CellFault> {
  return value === undefined ? refused(fault) : done(value)
}

/** A whole day, ISO 8601. Half a date is none: nobody can say what began then. */
function dayIn(text: string, { dates = 'dmy' }: FileMap, notAfter: number): string | undefined {
  const { year, month, day } = readWrittenDate(text, dates, notAfter) ?? {}
  if (year === undefined || month === undefined || day === undefined) return undefined
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

/** A day and a time on the clock on the wall in Wales; or a moment with its offset. */
function momentIn(text: string, map: FileMap, notAfter: number): string | undefined {
  const written = text.trim()
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(written)) {
    const at = new Date(written)
    return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
  }
  const [, date = '', hour = '', minute = ''] = /^(.*?)[T\s]+(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(written) ?? []
  const day = date === '' ? undefined : dayIn(date, map, notAfter)
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  const read = readMoment(`${day.replaceAll('-', '')}${hour.padStart(2, '0')}${minute}`)
  return read.ok ? read.value.at.toISOString() : undefined
}
