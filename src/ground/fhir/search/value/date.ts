import { listAt, textAt } from '#ground/fhir/any.ts'
import { type DateRange, dateRange } from '../date-range.ts'
import type { Found } from '../read.ts'
import type { DateRow, Row, Rows } from './rows.ts'

/** How the database writes what has no beginning, and no end. */
const ALWAYS = '-infinity'
const FOR_EVER = 'infinity'

/** Adds the span of a date, a period or a timing. Words in place of a date have none. */
export function addDate(rows: Rows, at: Row, { type, value }: Found): void {
  const span = type === 'Period' ? periodOf(value) : type === 'Timing' ? timingOf(value) : dateOf(value)
  if (span !== undefined) rows.date.push({ ...at, ...span })
}

type Span = Pick<DateRow, 'from' | 'until'>

function dateOf(value: unknown): Span | undefined {
  const range = typeof value === 'string' ? dateRange(value) : undefined
  return range && spanOf(range)
}

function spanOf({ from, until }: DateRange): Span {
  return { from: from.toISOString(), until: until.toISOString() }
}

function periodOf(value: unknown): Span | undefined {
  const start = textAt(value, 'start')
  const end = textAt(value, 'end')
  const from = start === undefined ? undefined : dateRange(start)
  const until = end === undefined ? undefined : dateRange(end)
  if (from === undefined && until === undefined) return undefined
  return { from: from?.from.toISOString() ?? ALWAYS, until: until?.until.toISOString() ?? FOR_EVER }
}

/** From the first of its events, or its bounds, to the last. Source: FHIR R4, 3.1.1.4.7. */
function timingOf(value: unknown): Span | undefined {
  const events = listAt(value, 'event').flatMap(event => dateOf(event) ?? [])
  const bounds = periodOf(listAt(value, 'repeat', 'boundsPeriod')[0])
  const spans = bounds === undefined ? events : [...events, bounds]
  if (spans.length === 0) return undefined
  const froms = spans.map(({ from }) => from).toSorted()
  const untils = spans.map(({ until }) => until).toSorted()
  return { from: froms.includes(ALWAYS) ? ALWAYS : froms[0]!, until: untils.at(-1)! }
}
