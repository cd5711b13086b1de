import type { Say } from '#ground/language/say.ts'

/** A time as exact as it was told: a moment, a day, or a month or a year as it stands. ISO 8601. */
export function dayOrMoment(told: string, say: Say): string {
  if (told.includes('T')) return say.moment(new Date(told))
  if (/^\d{4}-\d{2}-\d{2}$/.test(told)) return say.weekday(told)
  return /^\d{4}-\d{2}$/.test(told) ? say.month(told) : told
}
