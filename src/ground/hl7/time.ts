import { done, type Outcome, refused } from '#ground/outcome.ts'

/** How much of a time was written down. */
export type Precision = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction'

/** A time as a sender wrote it: never more exact than it was. */
export interface Moment {
  /** The first instant of the time written: midnight for a day, the first of January for a year. */
  readonly at: Date
  readonly precision: Precision
  /** The calendar date as written, to its own precision: `1984`, `1984-01` or `1984-01-10`. */
  readonly date: string
  /**
   * It lies in the hour in October that happens twice, and does not say which time: the clock does not tell in which
   * order two such moments were.
   */
  readonly isTwice?: true
}

/**
 * Reads an HL7 date and time (DTM, and TS's first component). Without an offset it is the clock on the wall in
 * Wales: an hour that happens twice in October is taken the first time round (summer time), and one that never
 * happens in March is moved forward by the hour it lacks. Dashes and colons, which some Welsh senders write, are
 * passed over.
 */
export function readMoment(text: string): Outcome<Moment, 'hl7.time'> {
  const written = partsOf(text)
  if (!written) return refused('hl7.time')
  const { parts, offsetMinutes, precision, date } = written
  const wall = Date.UTC(
    parts.year,
    parts.month - 1,
    parts.day,
    parts.hour,
    parts.minute,
    parts.second,
    parts.thousandth,
  )
  if (offsetMinutes !== undefined) return done({ at: new Date(wall - offsetMinutes * MINUTE_MS), precision, date })
  const [at = wall, again] = instantsInWales(wall)
  return done({ at: new Date(at), precision, date, ...(again !== undefined && { isTwice: true }) })
}

/**
 * Reads only the calendar date, as written and to its own precision: `1984`, `1984-01` or `1984-01-10`.
 * A birthday has no time zone, so any time of day or offset that follows is passed over.
 */
export function readDate(text: string): Outcome<string, 'hl7.time'> {
  const written = partsOf(text)
  return written ? done(written.date) : refused('hl7.time')
}

/** An instant as HL7 writes it, on the clock in Wales, to the second, with the offset: `20260701120000+0100`. */
export function writeMoment(at: Date): string {
  const offset = offsetInWales(at.getTime())
  const wall = new Date(at.getTime() + offset).toISOString()
  const minutes = Math.abs(offset) / MINUTE_MS
  const sign = offset < 0 ? '-' : '+'
  return wall.slice(0, 19).replace(/[-:T]/g, '') + sign + twoDigits(Math.floor(minutes / 60)) + twoDigits(minutes % 60)
}

const MINUTE_MS = 60_000

interface Written {
  readonly parts: Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'thousandth', number>
  readonly precision: Precision
  readonly date: string
  readonly offsetMinutes: number | undefined
}

const DATE = String.raw`(\d{4})(?:-?(\d{2})(?:-?(\d{2})`
const TIME = String.raw`(?:[T ]?(\d{2})(?::?(\d{2})(?::?(\d{2})(?:\.(\d{1,9}))?)?)?)?)?)?`
/** A sign with nothing after it is what one Welsh patient system sends in place of an offset; it says nothing. */
const OFFSET = String.raw`(?:(Z)|([+-])(\d{2}):?(\d{2})|[+-])?`
const SHAPE = new RegExp(`^${DATE}${TIME}${OFFSET}$`)

function partsOf(text: string): Written | undefined {
  const found = SHAPE.exec(text.trim())
  if (!found) return undefined
  const [, year, month, day, hour, minute, second, fraction, zulu, sign, offsetHours, offsetMinutes] = found
  const number = (digits: string | undefined, otherwise: number) => (digits === undefined ? otherwise : Number(digits))
  const parts = {
    year: Number(year),
    month: number(month, 1),
    day: number(day, 1),
    hour: number(hour, 0),
    minute: number(minute, 0),
    second: number(second, 0),
    thousandth: Number((fraction ?? '').slice(0, 3).padEnd(3, '0')),
  }
  if (!isOnCalendar(parts) || Number(offsetHours ?? 0) > 14 || Number(offsetMinutes ?? 0) > 59) return undefined
  const east = Number(offsetHours) * 60 + Number(offsetMinutes)
  return {
    parts,
    precision: precisionOf([year, month, day, hour, minute, second, fraction]),
    date: [year, month, day].filter(part => part !== undefined).join('-'),
    offsetMinutes: zulu ? 0 : sign && offsetHours ? (sign === '-' ? -east : east) : undefined,
  }
}

function isOnCalendar({ year, month, day, hour, minute, second }: Written['parts']): boolean {
  if (year < 1000 || hour > 23 || minute > 59 || second > 59) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function precisionOf(written: readonly (string | undefined)[]): Precision {
  const names: readonly Precision[] = ['year', 'month', 'day', 'hour', 'minute', 'second', 'fraction']
  return names[written.filter(part => part !== undefined).length - 1] ?? 'year'
}

/** The instants at which the clock shows that time, the earlier first; when there is none, the clock has jumped over it. */
function instantsInWales(wall: number): number[] {
  const before = offsetInWales(wall - 86_400_000)
  const after = offsetInWales(wall + 86_400_000)
  // It is never put forward and back within two days.
  if (before === after) return [wall - before]
  const fits = [before, after]
    .map(offset => ({ at: wall - offset, offset }))
    .filter(fit => offsetInWales(fit.at) === fit.offset)
  const instants = [...new Set(fits.map(fit => fit.at))].sort((one, other) => one - other)
  return instants.length > 0 ? instants : [wall - before]
}

/** `29/03/2026, 01:30:00`. */
const WALES = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  calendar: 'gregory',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** Milliseconds the clock in Wales stands ahead of UTC at an instant. */
function offsetInWales(at: number): number {
  const [day = 1, month = 1, year = 0, hour = 0, minute = 0, second = 0] = WALES.format(at).split(/\D+/).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
