import { closingTime } from './closing-time.ts'
import { dayOf } from './day.ts'
import { afterWorkingDays, isWorkingDay } from './working-days.ts'

const HOUR_MS = 60 * 60 * 1000
/** From nine to five. */
const DAY_HOURS = 8

/** The moment at which so many hours of office work have passed: nine to five in the region, on working days. */
export function afterWorkingHours(from: Date, hours: number): Date {
  let left = hours * HOUR_MS
  for (let day = dayOf(from); ; day = afterWorkingDays(day, 1)) {
    if (!isWorkingDay(day)) continue
    const closes = closingTime(day).getTime()
    const begins = Math.max(from.getTime(), closes - DAY_HOURS * HOUR_MS)
    const room = Math.max(0, closes - begins)
    if (left <= room) return new Date(begins + left)
    left -= room
  }
}
