import { afterWorkingHours } from '#ground/working-hours.ts'
import type { NoticeKind } from '../notice-kind.ts'

const HOUR_MS = 60 * 60 * 1000

/** How long a team has to take a notice that matters. */
interface Clock {
  /** In office hours; half a day, so that what came in the night is known by the middle of the next. */
  readonly workingHours: number
  /** At any hour, for those who are to visit the person: nobody is to stand before a house in mourning. */
  readonly hoursForVisitors?: number
}

/**
 * The notices that somebody of each team with a tie has to take, and by when. Visits, the way home and somebody's safety
 * hang on these; what is only good to know (a ward, a day, an address, a plan) may be read whenever it is read.
 */
export const CLOCKS: Readonly<Partial<Record<NoticeKind, Clock>>> = {
  admitted: { workingHours: 4 },
  'went-home': { workingHours: 4 },
  died: { workingHours: 4, hoursForVisitors: 1 },
  'safeguarding-concluded': { workingHours: 4 },
}

/** How long after that whoever answers for the organisation is told, working hours. */
const LEAD_AFTER_HOURS = 4

/** By when a notice is to be taken; undefined for one that need not be. */
export function takeBy(kind: NoticeKind, recordedAt: Date, { visits }: { readonly visits: boolean }): Date | undefined {
  const clock = CLOCKS[kind]
  if (clock === undefined) return undefined
  const { workingHours, hoursForVisitors } = clock
  return visits && hoursForVisitors !== undefined
    ? new Date(recordedAt.getTime() + hoursForVisitors * HOUR_MS)
    : afterWorkingHours(recordedAt, workingHours)
}

/** When whoever answers for the organisation is told of what a team has not taken still. */
export function leadToldAt(escalatedAt: Date): Date {
  return afterWorkingHours(escalatedAt, LEAD_AFTER_HOURS)
}
