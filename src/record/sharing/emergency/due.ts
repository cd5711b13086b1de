import { dayOf, minuteOfDay } from '#ground/day.ts'
import { afterWorkingDays } from '#ground/working-days.ts'

/** How long another body's officer has for an emergency, working days after the day of it. */
export const REVIEW_WORKING_DAYS = 5
/** The same when something sensitive was opened, hours by the clock. Source: reliability.md, abuse case 15. */
export const SENSITIVE_REVIEW_HOURS = 24

const MINUTE_MS = 60 * 1000
/** When offices close. */
const CLOSING_HOUR = 17

/** By when it must be reviewed: 5pm in the region on the fifth working day, or a day and a night later to the minute. */
export function reviewDueAt(openedAt: Date, isSensitive: boolean): Date {
  if (isSensitive) return new Date(openedAt.getTime() + SENSITIVE_REVIEW_HOURS * 60 * MINUTE_MS)
  return closingTime(afterWorkingDays(dayOf(openedAt), REVIEW_WORKING_DAYS))
}

/** The clocks change at night: at this hour the region is as far ahead of UTC as it is at the same hour of UTC. */
function closingTime(day: string): Date {
  const inUtc = new Date(`${day}T${CLOSING_HOUR}:00:00Z`)
  const ahead = minuteOfDay(inUtc) - CLOSING_HOUR * 60
  return new Date(inUtc.getTime() - ahead * MINUTE_MS)
}
