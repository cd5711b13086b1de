import type { StandardBirth } from './standard.ts'
import { type DateOrder, readWrittenDate } from './written-date.ts'

/**
 * A date of birth as far as it is known. The first of January is a proxy: what is written when only the year is known.
 * Of a date that cannot be (31 February) the year is kept; 1 January 1900, and years in which nobody alive was born,
 * are dates that systems write for want of one. `notBefore` is for records of people who have long been dead.
 */
export function standardBirth(
  text: string | undefined,
  order?: DateOrder,
  notAfter?: number,
  notBefore: number = YEAR_FIRST,
): StandardBirth | undefined {
  const { year, month, day } = readWrittenDate(text ?? '', order, notAfter) ?? {}
  if (year === undefined || year < notBefore || year > YEAR_LAST) return undefined
  if (FILLERS.has(`${year}-${month}-${day}`)) return undefined
  return { year, month, day, isProxy: month === 1 && day === 1 }
}

const YEAR_FIRST = 1850
const YEAR_LAST = 2100
/** What spreadsheets and databases show for an empty date, and what people type. */
const FILLERS: ReadonlySet<string> = new Set(['1900-1-1', '1899-12-30', '1899-12-31'])
