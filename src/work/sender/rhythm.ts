import { minuteOfDay } from '#ground/day.ts'

/** How often a system sends when all is well: the longest it may be silent. A part of its map. */
export interface Rhythm {
  /** Minutes, by day. */
  readonly everyMinutes: number
  /** Minutes between ten at night and seven in the morning, when few are admitted; as by day when it is not said. */
  readonly nightMinutes?: number
}

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
/** The region's time, minutes after midnight. */
const NIGHT_BEGINS = 22 * 60
const NIGHT_ENDS = 7 * 60

/**
 * Whether the system sends all day long, so that its silence makes what is on a screen doubtful at once. One that sends
 * a file a day or a week is late for whoever answers for it, and its rows say of which day they are.
 */
export function isRunning({ everyMinutes }: Rhythm): boolean {
  return everyMinutes < DAY_MINUTES
}

/**
 * By when the next message should come after one that came at `heardAt`. What was silent through the night with leave
 * has the time of a day's wait from the morning on, and not the rest of the night's.
 */
export function dueAfter({ everyMinutes, nightMinutes = everyMinutes }: Rhythm, heardAt: Date): Date {
  const byDay = later(heardAt, everyMinutes)
  if (!isNight(heardAt) && !isNight(byDay)) return byDay
  const byNight = later(heardAt, nightMinutes)
  const afterMorning = later(morningAfter(heardAt), everyMinutes)
  return latest(byDay, earliest(byNight, afterMorning))
}

function isNight(moment: Date): boolean {
  const minute = minuteOfDay(moment)
  return minute >= NIGHT_BEGINS || minute < NIGHT_ENDS
}

/** The next time that it is seven in the morning. Where the clocks change in that night, an hour's error changes nothing. */
function morningAfter(moment: Date): Date {
  return later(moment, (NIGHT_ENDS - minuteOfDay(moment) + DAY_MINUTES) % DAY_MINUTES)
}

function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * MINUTE_MS)
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other
}

function earliest(one: Date, other: Date): Date {
  return one < other ? one : other
}
