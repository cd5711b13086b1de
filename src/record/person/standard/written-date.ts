import { fold, lettersIn } from './fold.ts'

/** In which order a sender writes a date that is not ISO 8601. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** A date as far as it could be read. */
export interface WrittenDate {
  readonly year: number
  readonly month: number | undefined
  readonly day: number | undefined
}

/**
 * Reads a date as systems and people write it: `1942-03-17`, `19420317`, `17/03/1942`, `17 Mawrth 1942`, `17.3.42`, and
 * parts of one: `1942-03`, `1942`. Anything behind a whole date, such as a time, is passed over. A year of two digits
 * is read only where `notAfter`, a year, says in which hundred years it lies. Of an impossible date the year is read.
 */
export function readWrittenDate(text: string, order: DateOrder = 'dmy', notAfter?: number): WrittenDate | undefined {
  const written = fold(text.slice(0, 60)).trim()
  const digits = /^(\d{4})(?:(\d{2})(?:(\d{2}))?)?(?:\d{2,6}(?:\.\d+)?)?(?:[+-]\d{4})?$/.exec(written)
  if (digits && written.length !== 6) return eightDigits(written.slice(0, 8), order)
  if (digits) return possible(Number(digits[1]), Number(digits[2]), undefined)
  const parts = /^(\d+)[^\da-z]+(?:(\d+)|([a-z]+))(?:[^\da-z]+(\d+))?(?![^\st:])/.exec(ordinalsOut(written))
  return parts ? fromParts(parts.slice(1), order, notAfter) : undefined
}

function ordinalsOut(written: string): string {
  return written.replace(/(\d)(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)\b/, '$1').replace(/\b(?:o|of)\b/, ' ')
}

/** `19420317`; or `17031942`, where only that can be; or `1942`. */
function eightDigits(digits: string, order: DateOrder): WrittenDate | undefined {
  const [first, middle, last] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number)
  const yearFirst = possible(first!, middle || undefined, last || undefined)
  if (digits.length < 8 || isWhole(yearFirst)) return yearFirst
  const [one, two, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].map(Number)
  const yearLast = order === 'mdy' ? possible(year!, one, two) : possible(year!, two, one)
  return isWhole(yearLast) ? yearLast : yearFirst
}

/** First number, second number or the name of a month, third number. */
function fromParts(
  [first = '', second, named, third]: (string | undefined)[],
  order: DateOrder,
  notAfter: number | undefined,
): WrittenDate | undefined {
  const month = named === undefined ? undefined : MONTHS.get(lettersIn(named).slice(0, 5))
  if (named !== undefined && month === undefined) return undefined
  if (third === undefined) {
    const year = [first, second ?? ''].find(one => one.length === 4)
    const other = year === first ? second : first
    return year === undefined ? undefined : possible(Number(year), month ?? Number(other), undefined)
  }
  if (first.length === 4) return either(Number(first), month ?? Number(second), Number(third), month === undefined)
  const isYearFirst = order === 'ymd' && third.length <= 2
  const year = yearOf(isYearFirst ? first : third, notAfter)
  if (year === undefined) return undefined
  if (isYearFirst) return possible(year, month ?? Number(second), Number(third))
  if (month !== undefined) return possible(year, month, Number(first))
  return order === 'mdy'
    ? either(year, Number(first), Number(second), true)
    : either(year, Number(second), Number(first), true)
}

/** As said; or, where only that can be, the other way round. */
function either(year: number, month: number, day: number, mayTurn: boolean): WrittenDate | undefined {
  const said = possible(year, month, day)
  const turned = possible(year, day, month)
  return !isWhole(said) && mayTurn && isWhole(turned) ? turned : said
}

function yearOf(digits: string, notAfter: number | undefined): number | undefined {
  if (digits.length === 4) return Number(digits)
  if (digits.length !== 2 || notAfter === undefined) return undefined
  const inThisCentury = Math.floor(notAfter / 100) * 100 + Number(digits)
  return inThisCentury > notAfter ? inThisCentury - 100 : inThisCentury
}

function isWhole(date: WrittenDate | undefined): boolean {
  return date?.day !== undefined
}

/** Only the year of what cannot be; nothing of what is no year. */
function possible(year: number, month: number | undefined, day: number | undefined): WrittenDate | undefined {
  if (year < 1000 || year > 9999) return undefined
  const monthIs = month !== undefined && month >= 1 && month <= 12
  if (!monthIs) return { year, month: undefined, day: undefined }
  if (day === undefined) return { year, month, day }
  const dayIs = day >= 1 && day <= daysIn(year, month)
  return dayIs ? { year, month, day } : { year, month: undefined, day: undefined }
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** By their first letters, five at most, in English and in Welsh, mutated as behind `o` too. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['jan', 'janua', 'ion', 'ionaw'],
    ['feb', 'febru', 'chwe', 'chwef'],
    ['mar', 'march', 'maw', 'mawrt', 'fawrt'],
    ['apr', 'april', 'ebr', 'ebril'],
    ['may', 'mai', 'fai'],
    ['jun', 'june', 'meh', 'mehef', 'fehef'],
    ['jul', 'july', 'gor', 'gorff', 'orffe'],
    ['aug', 'augus', 'awst', 'aws'],
    ['sep', 'sept', 'septe', 'medi', 'med', 'fedi'],
    ['oct', 'octob', 'hyd', 'hydre'],
    ['nov', 'novem', 'tach', 'tachw', 'dachw'],
    ['dec', 'decem', 'rhag', 'rhagf', 'ragfy'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
)
