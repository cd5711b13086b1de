import { type Moment, readMoment } from '#ground/hl7/time.ts'

/** From a moment on, before a moment, or between both. */
export interface Span {
  readonly from?: Date
  readonly until?: Date
}

const SHAPE =
  /^(eq|ge|gt|le|lt)?(\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[ +-]\d{2}:\d{2})?)?)?)?)$/

/**
 * Reads a FHIR date parameter as the span of moments it lets in. A day is the region's day, from midnight to midnight on
 * the clock in Wales; so is a time without an offset. Undefined when it cannot be read, or begins with `ne`, `sa`, `eb`
 * or `ap`, which are not served. Source: FHIR R4, 3.1.1.5.4.
 */
export function readSpan(text: string): Span | undefined {
  const [, prefix = 'eq', written = ''] = SHAPE.exec(text) ?? []
  // A plus in a query comes as a space.
  const read = readMoment(written.replace(' ', '+'))
  if (!read.ok) return undefined
  const begins = read.value.at
  const ends = endOf(read.value)
  switch (prefix) {
    case 'ge':
      return { from: begins }
    case 'gt':
      return { from: ends }
    case 'lt':
      return { until: begins }
    case 'le':
      return { until: ends }
    default:
      return { from: begins, until: ends }
  }
}

/** What lies in every one of the spans. */
export function within(spans: readonly Span[]): Span {
  const from = spans
    .flatMap(span => span.from ?? [])
    .reduce<Date | undefined>((one, other) => later(one, other), undefined)
  const until = spans
    .flatMap(span => span.until ?? [])
    .reduce<Date | undefined>((one, other) => (one !== undefined && one < other ? one : other), undefined)
  return { ...(from && { from }), ...(until && { until }) }
}

function later(one: Date | undefined, other: Date): Date {
  return one !== undefined && one > other ? one : other
}

const LASTS_MS = { hour: 3_600_000, minute: 60_000, second: 1000, fraction: 1 }

/** The first moment after what was written. */
function endOf({ at, precision, date }: Moment): Date {
  if (precision !== 'year' && precision !== 'month' && precision !== 'day') {
    return new Date(at.getTime() + LASTS_MS[precision])
  }
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const next = {
    year: Date.UTC(year + 1, 0, 1),
    month: Date.UTC(year, month, 1),
    day: Date.UTC(year, month - 1, day + 1),
  }[precision]
  const read = readMoment(new Date(next).toISOString().slice(0, 10))
  return read.ok ? read.value.at : at
}
