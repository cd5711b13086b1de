import { minuteOfDay } from './day.ts'

const MINUTE_MS = 60 * 1000
/** When offices close. */
const CLOSING_HOUR = 17

/**
 * Five in the afternoon of a day (ISO 8601) in the region. The clocks change at night: at this hour the region is as far
 * ahead of UTC as it is at the same hour of UTC.
 */
export function closingTime(day: string): Date {
  const inUtc = new Date(`${day}T${CLOSING_HOUR}:00:00Z`)
  const ahead = minuteOfDay(inUtc) - CLOSING_HOUR * 60
  return new Date(inUtc.getTime() - ahead * MINUTE_MS)
}
