import { dayOf } from '#ground/day.ts'

/** Where the region's clocks stand. */
const ZONE = 'Europe/London'

/** Days and times as people read them, in the region's own time. */
export interface Calendar {
  /** 22 November 2026 */
  day(when: Date | string): string
  /** Sunday 22 November 2026 */
  weekday(when: Date | string): string
  /** Sun, as short as the language writes it. */
  weekdayShort(when: Date | string): string
  /** November 2026, of a month written `2026-11`. */
  month(when: string): string
  /** 2:10am, as NHS content style writes it; 02:10 in Welsh. */
  time(when: Date): string
  /** Whole years between a day of birth and a moment. */
  age(born: string, now: Date): number
}

/** The calendar in one language. A text is a calendar day without a zone (ISO 8601); a Date is a moment. */
export function calendarIn(language: 'en' | 'cy'): Calendar {
  const locale = language === 'cy' ? 'cy' : 'en-GB'
  const format = (options: Intl.DateTimeFormatOptions) => {
    const ofMoment = new Intl.DateTimeFormat(locale, { ...options, timeZone: ZONE })
    const ofDay = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (when: Date | string) => (typeof when === 'string' ? ofDay.format(new Date(when)) : ofMoment.format(when))
  }
  const day = format({ day: 'numeric', month: 'long', year: 'numeric' })
  const weekdayName = format({ weekday: 'long' })
  const weekdayShort = format({ weekday: 'short' })
  const monthName = format({ month: 'long', year: 'numeric' })
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: ZONE,
  })
  return {
    day,
    weekdayShort,
    month: when => monthName(`${when}-01`),
    weekday: when => `${weekdayName(when)} ${day(when)}`,
    time: when => (language === 'cy' ? clock.format(when) : twelveHour(clock.format(when))),
    age: yearsBetween,
  }
}

/** Source: NHS digital service manual, numbers and dates: 2:10am, midnight, midday. */
function twelveHour(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  if (minutes === 0 && hours === 0) return 'midnight'
  if (minutes === 0 && hours === 12) return 'midday'
  const hour = hours % 12 === 0 ? 12 : hours % 12
  return `${hour}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}${hours < 12 ? 'am' : 'pm'}`
}

function yearsBetween(born: string, now: Date): number {
  const today = dayOf(now)
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}
