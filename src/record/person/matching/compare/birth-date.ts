import type { StandardBirth } from '#record/person/standard/standard.ts'
import { asItIs, type Field } from './field.ts'

type Born = StandardBirth

/**
 * - `same`: the same day, and no proxy
 * - `swapped`: day and month are changed about
 * - `slip`: one digit or two neighbouring digits, three days, one year or ten years off
 * - `twoParts`: two of day, month and year agree
 * - `sameProxy`: the same year, and both say 1 January
 * - `proxy`: the same year, of which one knows no more, or says 1 January
 * - `year`: the same year
 */
export const BORN_LEVELS = ['same', 'swapped', 'slip', 'twoParts', 'sameProxy', 'proxy', 'year', 'other'] as const

const LEVEL = Object.fromEntries(BORN_LEVELS.map((level, index) => [level, index])) as Record<
  (typeof BORN_LEVELS)[number],
  number
>

/** One date of birth for each record: what is known of it, and whether it is a proxy. */
export const BIRTH_DATE: Field<Born> = {
  name: 'birthDate',
  comparisons: [{ name: 'birthDate', levels: BORN_LEVELS }],
  take: ({ standard }) => standard.born,
  write: ({ year, month, day, isProxy }) => `${year}/${month ?? ''}/${day ?? ''}/${isProxy ? 'proxy' : ''}`,
  read: readBorn,
  without: asItIs,
  compare(one, other, _words, { levels }, at) {
    levels[at] = bornLevel(one, other)
  },
}

function readBorn(text: string): Born {
  const [year = '', month = '', day = '', proxy = ''] = text.split('/')
  return {
    year: Number(year),
    month: month === '' ? undefined : Number(month),
    day: day === '' ? undefined : Number(day),
    isProxy: proxy !== '',
  }
}

/** How alike two dates of birth are. */
export function bornLevel(one: Born, other: Born): number {
  const sameYear = one.year === other.year
  if (isVague(one) || isVague(other)) {
    if (!sameYear) return LEVEL.other
    return isVague(one) && isVague(other) ? LEVEL.sameProxy : LEVEL.proxy
  }
  const [sameMonth, sameDay] = [one.month === other.month, one.day === other.day]
  if (sameYear && sameMonth && sameDay) return LEVEL.same
  if (sameYear && one.month === other.day && one.day === other.month) return LEVEL.swapped
  if (isSlip(one, other)) return LEVEL.slip
  if (Number(sameYear) + Number(sameMonth) + Number(sameDay) === 2) return LEVEL.twoParts
  return sameYear ? LEVEL.year : LEVEL.other
}

/** Says a year and no more, whatever it writes. */
function isVague({ month, day, isProxy }: Born): boolean {
  return isProxy || month === undefined || day === undefined
}

function isSlip(one: Born, other: Born): boolean {
  if (isOneDigit(digitsOf(one), digitsOf(other))) return true
  const years = Math.abs(one.year - other.year)
  if ((years === 1 || years === 10) && one.month === other.month && one.day === other.day) return true
  return years <= 1 && Math.abs(dayNumber(one) - dayNumber(other)) <= 3
}

/** 14 March 1941 as 19410314. */
function digitsOf({ year, month = 0, day = 0 }: Born): number {
  return year * 10_000 + month * 100 + day
}

/** One digit is another, or two neighbours are changed about. */
function isOneDigit(one: number, other: number): boolean {
  let differing = 0
  let before = 0
  for (let place = 1; place <= one || place <= other; place *= 10) {
    const [digit, against] = [Math.floor(one / place) % 10, Math.floor(other / place) % 10]
    if (digit === against) continue
    if (++differing > 2) return false
    if (differing === 2 && before * 10 !== place) return false
    if (differing === 1) before = place
  }
  if (differing < 2) return true
  const [low, high] = [before, before * 10]
  const digitAt = (number: number, place: number) => Math.floor(number / place) % 10
  return digitAt(one, low) === digitAt(other, high) && digitAt(one, high) === digitAt(other, low)
}

function dayNumber({ year, month = 1, day = 1 }: Born): number {
  return Date.UTC(year, month - 1, day) / 86_400_000
}
