import type { Day, Moment } from '../worlds/world.ts'

/*
 * The region's calendar, worked out by hand: summer time is an hour ahead, from one o'clock UTC on the last Sunday of
 * March to one o'clock UTC on the last Sunday of October. Source: The Summer Time Order 2002, article 2.
 */

/** The day and the time of day, `HH:MM`, that a clock in the region shows. */
export function inTheRegion(moment: Moment): { readonly day: Day; readonly time: string } {
  const day = moment.slice(0, 10)
  const hour = Number(moment.slice(11, 13))
  const minute = moment.slice(14, 16)
  if (!isSummerTime(moment)) return { day, time: `${two(hour)}:${minute}` }
  if (hour === 23) return { day: dayAfter(day), time: `00:${minute}` }
  return { day, time: `${two(hour + 1)}:${minute}` }
}

/** How many days lie between two days; 0 when they are one. */
export function daysBetween(earlier: Day, later: Day): number {
  return daysSinceTheYearOne(later) - daysSinceTheYearOne(earlier)
}

/** How many whole years somebody has lived on a day. A birthday that the year does not have is the day after it. */
export function ageOn(day: Day, born: Day): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  const hadTheirBirthday = day.slice(5) >= born.slice(5)
  return hadTheirBirthday ? years : years - 1
}

function isSummerTime(moment: Moment): boolean {
  const year = Number(moment.slice(0, 4))
  const begins = `${lastSundayOf(year, 3)}T01:00:00.000Z`
  const ends = `${lastSundayOf(year, 10)}T01:00:00.000Z`
  return begins <= moment && moment < ends
}

/** Of a month of 31 days. The first day of the year 1 would have been a Monday. */
function lastSundayOf(year: number, month: number): Day {
  return dayOf(year, month, 31 - (daysSinceTheYearOne(dayOf(year, month, 31)) % 7))
}

function dayAfter(day: Day): Day {
  const [year, month, date] = partsOf(day)
  if (date < lengthOf(year, month)) return dayOf(year, month, date + 1)
  return month < 12 ? dayOf(year, month + 1, 1) : dayOf(year + 1, 1, 1)
}

function daysSinceTheYearOne(day: Day): number {
  const [year, month, date] = partsOf(day)
  const before = year - 1
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  for (let earlier = 1; earlier < month; earlier++) days += lengthOf(year, earlier)
  return days + date
}

function lengthOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return isLeap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function partsOf(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

function dayOf(year: number, month: number, date: number): Day {
  return `${year}-${two(month)}-${two(date)}`
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`
}
