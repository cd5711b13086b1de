import type { Encounter, FhirResource, RiskAssessment } from 'fhir/r4.js'

/** A span of time: from one moment on, before another, both in milliseconds. */
export type Span = readonly [from: number, until: number]

/** In 2026 the clocks in Wales go forward at one in the morning UTC on 29 March, and back at one UTC on 25 October. */
const SUMMER: Span = [Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)]

/** The moment at which a day begins in Wales. Outside 2026 only days in winter, and births, are in the corpus. */
function midnight(year: number, month: number, day: number): number {
  const at = Date.UTC(year, month - 1, day)
  if (year === 2026) return at > SUMMER[0] && at - 3_600_000 < SUMMER[1] ? at - 3_600_000 : at
  const inSummer = { '1942-03-29': true, '1942-03-30': true, '1942-04-01': true, '1950-10-25': false }
  return inSummer[
    `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as keyof typeof inSummer
  ] === true
    ? at - 3_600_000
    : at
}

/** The span that a date stands for. */
export function spanOf(text: string): Span {
  const [date = '', time] = text.split('T')
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month === undefined) return [midnight(year, 1, 1), midnight(year + 1, 1, 1)]
  if (day === undefined)
    return [midnight(year, month, 1), month === 12 ? midnight(year + 1, 1, 1) : midnight(year, month + 1, 1)]
  if (time === undefined) {
    const next = new Date(Date.UTC(year, month - 1, day + 1))
    return [midnight(year, month, day), midnight(next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate())]
  }
  const at = Date.parse(text)
  return [at, at + (time.includes('.') ? 1 : 1_000)]
}

/** How a span lies to the one asked for; nearly, as far as a tenth of what lies between that and now. */
export function compareSpans(prefix: string, [from, until]: Span, [asked, end]: Span, now: number): boolean {
  const inside = from >= asked && until <= end
  switch (prefix) {
    case 'eq':
      return inside
    case 'ne':
      return !inside
    case 'gt':
      return until > end
    case 'ge':
      return until > end || inside
    case 'lt':
      return from < asked
    case 'le':
      return from < asked || inside
    case 'sa':
      return from >= end
    case 'eb':
      return until <= asked
    default: {
      const around = Math.abs(now - asked) / 10
      return from < end + around && until > asked - around
    }
  }
}

/** When something was, by each of its times. */
export function timesOf(resource: FhirResource): Span[] {
  if (resource.resourceType === 'Patient') return resource.birthDate === undefined ? [] : [spanOf(resource.birthDate)]
  if (resource.resourceType === 'RiskAssessment') {
    const { occurrenceDateTime: at } = resource as RiskAssessment
    return at === undefined ? [] : [spanOf(at)]
  }
  if (resource.resourceType === 'Observation')
    return resource.effectiveDateTime === undefined ? [] : [spanOf(resource.effectiveDateTime)]
  const { period } = resource as Encounter
  if (period?.start === undefined && period?.end === undefined) return []
  return [
    [
      period.start === undefined ? Number.NEGATIVE_INFINITY : spanOf(period.start)[0],
      period.end === undefined ? Number.POSITIVE_INFINITY : spanOf(period.end)[1],
    ],
  ]
}
