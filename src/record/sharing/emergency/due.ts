import { closingTime } from '#ground/closing-time.ts'
import { dayOf } from '#ground/day.ts'
import { afterWorkingDays } from '#ground/working-days.ts'

/** How long another body's officer has for an emergency, working days after the day of it. */
export const REVIEW_WORKING_DAYS = 5
/** The same when something sensitive was opened, hours by the clock. Source: reliability.md, abuse case 15. */
export const SENSITIVE_REVIEW_HOURS = 24

const MINUTE_MS = 60 * 1000

/** By when it must be reviewed: 5pm in the region on the fifth working day, or a day and a night later to the minute. */
export function reviewDueAt(openedAt: Date, isSensitive: boolean): Date {
  if (isSensitive) return new Date(openedAt.getTime() + SENSITIVE_REVIEW_HOURS * 60 * MINUTE_MS)
  return closingTime(afterWorkingDays(dayOf(openedAt), REVIEW_WORKING_DAYS))
}
