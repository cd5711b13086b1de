import type { Moment } from '#ground/hl7/time.ts'

/** A FHIR dateTime, as exact as it was sent: a day stays a day. */
export function dateTimeOf({ at, precision, date }: Moment): string {
  return ['year', 'month', 'day'].includes(precision) ? date : at.toISOString()
}
