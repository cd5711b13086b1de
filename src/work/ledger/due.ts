import { afterWorkingHours } from '#ground/working-hours.ts'

/** Somebody comes into hospital, or moves within it: those who look after them do not know until it is put right. */
const URGENT = /^ADT\^A(?:01|02|03|04|06|11|13)$/
const URGENT_HOURS = 4
/** One working day. */
const OTHER_HOURS = 8

/** By when somebody must have dealt with a message that waits, by what kind it is and when it came. */
export function dueAt(type: string | undefined, receivedAt: Date): Date {
  return afterWorkingHours(receivedAt, URGENT.test(type ?? '') ? URGENT_HOURS : OTHER_HOURS)
}
