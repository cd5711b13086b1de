import type { Draw } from '../draw.ts'
import type { Day, Moment } from './world.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const SHORTLY_MS = [0, 1, MINUTE_MS, HOUR_MS, 3 * HOUR_MS]

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
  '2027-05-05T23:45:00.000Z',
  '2024-08-31T23:59:59.999Z',
  '2026-12-31T23:59:59.999Z',
  '2027-01-01T00:00:00.000Z',
  '2028-02-28T12:00:00.000Z',
  '2028-02-29T00:00:00.000Z',
  '2028-02-29T23:59:59.999Z',
  '2024-02-29T12:00:00.000Z',
  '2028-03-01T09:00:00.000Z',
  '2027-02-28T23:59:59.999Z',
  '2027-03-01T00:00:00.000Z',
  '2026-02-28T12:00:00.000Z',
  '2026-03-01T12:00:00.000Z',
]

/** The moment of a world: every second one an edge, the others anywhere in five years. */
export function drawNow(draw: Draw): Moment {
  if (draw.percent(50)) return draw.one(EDGES)
  return momentOf(Date.UTC(2024, 0, 1) + draw.below(5 * 365 * 24 * 60) * MINUTE_MS)
}

/**
 * A moment before now: just now, or days ago to the millisecond or shortly before that; or half past eleven at night in
 * UTC, which in summer is the next day already.
 */
export function drawPast(draw: Draw, now: Moment): Moment {
  const days = draw.one([0, 1, 2, 3, 7, 8, 400])
  if (draw.percent(30)) return `${dayAbout(now, -days - 1)}T23:30:00.000Z`
  return momentOf(Date.parse(now) - days * DAY_MS - draw.one(SHORTLY_MS))
}

/** A moment about now: exactly it, a millisecond, an hour or days off, to either side. */
export function drawAbout(draw: Draw, now: Moment): Moment {
  const off = draw.one([0, 1, -1, HOUR_MS, -HOUR_MS, 3 * DAY_MS, 40 * DAY_MS])
  return momentOf(Date.parse(now) + off)
}

/** The day it is in UTC, or so many days off it; in summer, before one in the morning, the region is a day ahead. */
export function dayAbout(now: Moment, days: number): Day {
  return momentOf(Date.parse(now) + days * DAY_MS).slice(0, 10)
}

/** Hours that begin or end at about this minute, and are a minute long, or an hour, or half a day, or none. */
export function drawHours(draw: Draw, now: Moment): { from: string; until: string } {
  const month = Number(now.slice(5, 7))
  const isSummer = month > 3 && month < 10
  const isEither = month === 3 || month === 10
  const ahead = isSummer || (isEither && draw.percent(50)) ? 60 : 0
  const here = Date.parse(now) + (ahead + draw.one([0, 0, 1, -1])) * MINUTE_MS
  const long = draw.one([1, 60, 720, 720, 1439, 1440]) * MINUTE_MS
  const timeOf = (ms: number) => momentOf(ms).slice(11, 16)
  if (draw.percent(50)) return { from: timeOf(here), until: timeOf(here + long) }
  return { from: timeOf(here - long), until: timeOf(here) }
}

/** A day of birth: about the eighteenth or sixty-fifth birthday, on 29 February, or any. */
export function drawBorn(draw: Draw, now: Moment): Day {
  const year = Number(now.slice(0, 4))
  if (draw.percent(15)) return `${draw.one([1944, 1960, 2008, 2012])}-02-29`
  if (draw.percent(20)) return `${year - draw.one([5, 40, 80])}-06-15`
  const birthday = dayAbout(now, draw.one([-1, 0, 0, 1, 1])).slice(5)
  // The year of birth had no 29 February.
  return `${year - draw.one([18, 65])}-${birthday === '02-29' ? '02-28' : birthday}`
}

/** So many milliseconds later. */
export function later(moment: Moment, ms: number): Moment {
  return momentOf(Date.parse(moment) + ms)
}

function momentOf(ms: number): Moment {
  return new Date(ms).toISOString()
}
