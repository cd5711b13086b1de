import type { Dice } from './dice.ts'
import type { Day, Moment } from './world.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Moments at which calendars go wrong: both clock changes, midnights of both, the turn of years and of Februaries. */
const EDGES: readonly Moment[] = [
  '2026-03-29T00:59:59.999Z',
  '2026-03-29T01:00:00.000Z',
  '2025-03-30T00:30:00.000Z',
  '2026-10-25T00:30:00.000Z',
  '2026-10-25T00:59:59.999Z',
  '2026-10-25T01:00:00.000Z',
  '2027-10-31T01:30:00.000Z',
  '2026-10-24T23:00:00.000Z',
  '2026-07-01T22:59:59.999Z',
  '2026-07-01T23:00:00.000Z',
  '2026-06-30T23:30:00.000Z',
  '2026-12-31T23:59:59.999Z',
  '2027-01-01T00:00:00.000Z',
  '2028-02-28T12:00:00.000Z',
  '2028-02-29T00:00:00.000Z',
  '2028-03-01T09:00:00.000Z',
  '2027-02-28T23:59:59.999Z',
  '2027-03-01T00:00:00.000Z',
  '2026-02-28T12:00:00.000Z',
  '2026-03-01T12:00:00.000Z',
]

/** The moment of a world: every second one an edge, the others anywhere in five years. */
export function drawNow(dice: Dice): Moment {
  if (dice.percent(50)) return dice.oneOf(EDGES)
  return momentOf(Date.UTC(2024, 0, 1) + dice.below(5 * 365 * 24 * 60) * MINUTE_MS)
}

/** A moment before now: just now, a minute, an hour or days ago, within a minute of a whole number of days. */
export function drawPast(dice: Dice, now: Moment, days: readonly number[] = [0, 1, 2, 7, 30, 400]): Moment {
  const ago = dice.oneOf(days) * DAY_MS + dice.oneOf([0, 1, MINUTE_MS, HOUR_MS, 3 * HOUR_MS])
  return momentOf(Date.parse(now) - ago)
}

/** A moment about now: exactly it, a millisecond, an hour or days off, to either side. */
export function drawAbout(dice: Dice, now: Moment): Moment {
  const off = dice.oneOf([0, 1, -1, HOUR_MS, -HOUR_MS, 3 * DAY_MS, 40 * DAY_MS])
  return momentOf(Date.parse(now) + off)
}

/** The day it is in UTC, or so many days off it; in summer, before one in the morning, the region is a day ahead. */
export function dayAbout(now: Moment, days: number): Day {
  return momentOf(Date.parse(now) + days * DAY_MS).slice(0, 10)
}

/** A time of day about the one in the region, which is that of UTC or an hour ahead. */
export function drawTime(dice: Dice, now: Moment): string {
  const off = dice.oneOf([0, 0, 60, 60, 59, 61, -1, 1, 120, 600, -600]) * MINUTE_MS
  return momentOf(Date.parse(now) + off).slice(11, 16)
}

/** A day of birth: about the eighteenth or sixty-fifth birthday, on 29 February, or any. */
export function drawBorn(dice: Dice, now: Moment): Day {
  const year = Number(now.slice(0, 4))
  if (dice.percent(25)) return `${dice.oneOf([1944, 1960, 2008, 2012, 2010 - (2010 % 4)])}-02-29`
  if (dice.percent(30)) return `${year - dice.oneOf([5, 40, 80])}-06-15`
  const day = dayAbout(now, dice.oneOf([-1, 0, 0, 1]))
  // 29 February in a year without one is not a day that a record can hold.
  const monthAndDate = day.slice(5) === '02-29' ? '02-28' : day.slice(5)
  return `${year - dice.oneOf([18, 65])}-${monthAndDate}`
}

/** So many milliseconds later. */
export function later(moment: Moment, ms: number): Moment {
  return momentOf(Date.parse(moment) + ms)
}

function momentOf(ms: number): Moment {
  return new Date(ms).toISOString()
}
