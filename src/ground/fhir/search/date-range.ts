import { readMoment } from '#ground/hl7/time.ts'

/** The moments that a date written in FHIR stands for: from one on, before another. */
export interface DateRange {
  readonly from: Date
  readonly until: Date
}

const SHAPE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/

/**
 * The span of a date, as exact as it is written. A day is the region's day, from midnight to midnight on the clock in
 * Wales; so is a time without an offset. Undefined when it cannot be read. Source: FHIR R4, 3.1.1.4.7.
 */
export function dateRange(text: string): DateRange | undefined {
  if (!SHAPE.test(text)) return undefined
  const read = readMoment(text)
  if (!read.ok) return undefined
  const { at: from, precision, date } = read.value
  const lasts = LASTS_MS[precision]
  if (lasts !== undefined) return { from, until: new Date(from.getTime() + lasts) }
  const next = readMoment(dayAfter(date))
  return next.ok ? { from, until: next.value.at } : undefined
}

const LASTS_MS: Readonly<Record<string, number>> = { hour: 3_600_000, minute: 60_000, second: 1_000, fraction: 1 }

/** The first day after a year, a month or a day. */
function dayAfter(date: string): string {
  const [year = 0, month, day] = date.split('-').map(Number)
  const at =
    month === undefined
      ? Date.UTC(year + 1, 0, 1)
      : day === undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year, month - 1, day + 1)
  return new Date(at).toISOString().slice(0, 10)
}
