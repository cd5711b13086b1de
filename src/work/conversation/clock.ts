import { closingTime } from '#ground/closing-time.ts'
import { dayOf } from '#ground/day.ts'
import { afterWorkingDays } from '#ground/working-days.ts'
import { afterWorkingHours } from '#ground/working-hours.ts'

/** How soon a question needs its answer. */
export const URGENCIES = ['today', 'soon', 'routine'] as const
export type Urgency = (typeof URGENCIES)[number]

/** What cannot wait for tomorrow, hours of office work: asked at four in the afternoon, it is due by eleven in the morning. */
const TODAY_WORKING_HOURS = 4
/** By the end of which working day after the one it was asked on the others are due. */
const SOON_WORKING_DAYS = 2
const ROUTINE_WORKING_DAYS = 5

/** By when a question that is asked at a moment is to be answered: at an hour at which offices work, over holidays too. */
export function answerBy(urgency: Urgency, askedAt: Date): Date {
  if (urgency === 'today') return afterWorkingHours(askedAt, TODAY_WORKING_HOURS)
  return closingTime(afterWorkingDays(dayOf(askedAt), urgency === 'soon' ? SOON_WORKING_DAYS : ROUTINE_WORKING_DAYS))
}

/** When whoever answers for the body whose turn it is must know that it is still not answered. */
export function leadToldAt(urgency: Urgency, due: Date): Date {
  if (urgency === 'today') return afterWorkingHours(due, TODAY_WORKING_HOURS)
  return closingTime(afterWorkingDays(dayOf(due), 1))
}
