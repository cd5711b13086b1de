import { dayOf } from '#ground/day.ts'
import { afterWorkingDays } from '#ground/working-days.ts'
import { AHEAD_DAYS_MAX, ASKED_WORKING_DAYS, type ReviewProblem } from './review.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** What is wrong with a day (ISO 8601) on which a review is to be held; undefined when nothing is. */
export function dayProblem(day: string | undefined, now: Date): ReviewProblem | undefined {
  if (day === undefined) return 'planReview.dayMissing'
  if (day < dayOf(now)) return 'planReview.dayPast'
  return day > dayOf(new Date(now.getTime() + AHEAD_DAYS_MAX * DAY_MS)) ? 'planReview.dayTooFar' : undefined
}

/** By when a review is held that is asked for at a moment; ISO 8601. */
export function askedBy(now: Date): string {
  return afterWorkingDays(dayOf(now), ASKED_WORKING_DAYS)
}
