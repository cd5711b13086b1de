import { minuteOfDay } from './day.ts'

const MINUTE_MS = 60 * 1000
/** When offices close, minutes after midnight. */
const CLOSING_MINUTE = 17 * 60

/** Five in the afternoon of a day (ISO 8601) in the region. */
export function closingTime(day: string): Date {
  return momentAt(day, CLOSING_MINUTE)
}

/**
 * The moment that the clocks of the region show so many minutes after midnight of a day (ISO 8601). The clocks change at
 * night: after that, at any hour of a day the region is as far ahead of UTC as it is at the same hour of UTC.
 */
export function momentAt(day: string, minute: number): Date {
  const inUtc = new Date(Date.parse(`${day}T00:00:00Z`) + minute * MINUTE_MS)
  const ahead = minuteOfDay(inUtc) - minute
  return new Date(inUtc.getTime() - ahead * MINUTE_MS)
}
