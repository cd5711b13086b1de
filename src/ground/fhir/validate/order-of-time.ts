const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Clocks on earth go from 12 hours behind UTC to 14 before it. */
const EARLIEST_MS = 14 * HOUR_MS
const LATEST_MS = 12 * HOUR_MS

/**
 * Whether one time is certainly before another. A year holds all its days: 2026-05 is neither before nor after 2026. A day
 * without a clock is a day somewhere on earth.
 */
export function isBefore(one: string, other: string): boolean {
  // Two days, months or years are told apart by their letters, as far as both go.
  if (!one.includes('T') && !other.includes('T')) {
    const letters = Math.min(one.length, other.length)
    return one.slice(0, letters) < other.slice(0, letters)
  }
  return latest(one) < earliest(other)
}

function earliest(text: string): number {
  return text.includes('T') ? Date.parse(leapless(text)) : Date.parse(text) - EARLIEST_MS
}

function latest(text: string): number {
  return text.includes('T') ? Date.parse(leapless(text)) : endOf(text) + LATEST_MS
}

function endOf(text: string): number {
  const [year, month, day] = text.split('-').map(Number)
  if (day !== undefined) return Date.parse(text) + DAY_MS - 1
  return Date.UTC(month === undefined ? Number(year) + 1 : Number(year), month ?? 0, 1) - 1
}

/** A sixtieth second is a leap second, which the clock of a program does not have. */
function leapless(text: string): string {
  return text.replace(/:60(?=[.Z+-])/, ':59')
}
