const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A length of time as people speak of it: whole minutes up to an hour, whole hours up to two days, then whole days. */
export interface HowLong {
  readonly unit: 'minutes' | 'hours' | 'days'
  readonly count: number
}

/** How long it has been. */
export function howLong(since: Date, now: Date): HowLong {
  const elapsed = Math.max(0, now.getTime() - since.getTime())
  if (elapsed < HOUR_MS) return { unit: 'minutes', count: Math.floor(elapsed / MINUTE_MS) }
  if (elapsed < 2 * DAY_MS) return { unit: 'hours', count: Math.floor(elapsed / HOUR_MS) }
  return { unit: 'days', count: Math.floor(elapsed / DAY_MS) }
}
