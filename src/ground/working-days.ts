import { BANK_HOLIDAYS } from './bank-holidays.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Whether offices work on a day (ISO 8601): neither a weekend nor a bank holiday of England and Wales. Beyond the years
 * that `BANK_HOLIDAYS` has, only weekends are known, so that a promise is kept too early rather than too late.
 */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !BANK_HOLIDAYS.has(day)
}

/** The day on which so many working days have passed since `day`, which itself does not count. ISO 8601. */
export function afterWorkingDays(day: string, count: number): string {
  let reached = day
  for (let passed = 0; passed < count; ) {
    reached = dayAfter(reached)
    if (isWorkingDay(reached)) passed++
  }
  return reached
}

/** How many working days there are after `from`, up to and with `until`; 0 when it is not later. */
export function workingDaysBetween(from: string, until: string): number {
  let count = 0
  for (let day = dayAfter(from); day <= until; day = dayAfter(day)) if (isWorkingDay(day)) count++
  return count
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)
}
