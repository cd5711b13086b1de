import { closingTime } from '#ground/closing-time.ts'
import { dayOf } from '#ground/day.ts'
import { afterWorkingDays } from '#ground/working-days.ts'

/** How long a team has to say whose a record is, working days after the day on which it was asked. */
export const REVIEW_WORKING_DAYS = 2

/** By when it must be said: five in the afternoon of the second working day. */
export function dueAt(raisedAt: Date): Date {
  return closingTime(afterWorkingDays(dayOf(raisedAt), REVIEW_WORKING_DAYS))
}
