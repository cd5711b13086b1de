import type { DatePart } from './parts/date-input.tsx'
import type { Typed } from './typed.ts'

/** What was typed into the three boxes of a date, right or not. */
export function typedDay(typed: Typed, name: string): Readonly<Partial<Record<DatePart, string>>> {
  const box = (part: DatePart) => (typed[`${name}[${part}]`] ?? '').trim()
  return { day: box('day'), month: box('month'), year: box('year') }
}

/** The day that the three boxes say, ISO 8601; undefined when they say none that there is in the calendar. */
export function dayIn(typed: Typed, name: string): string | undefined {
  const { day = '', month = '', year = '' } = typedDay(typed, name)
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== iso ? undefined : iso
}

/** The boxes for a day as it is held, ISO 8601; empty for none. */
export function boxesOf(name: string, day: string): Typed {
  const [year = '', month = '', date = ''] = day.split('-')
  const plain = (number: string) => (number === '' ? '' : String(Number(number)))
  return { [`${name}[day]`]: plain(date), [`${name}[month]`]: plain(month), [`${name}[year]`]: year }
}
