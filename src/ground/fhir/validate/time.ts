/** A year, a month of it, or a day that there is. Source: FHIR R4, datatypes.html, date. */
export function isDate(text: string): boolean {
  const parts = DATE.exec(text)
  return parts !== null && isDay(parts)
}

/** A date, or a time on a day with its offset from UTC. Source: FHIR R4, datatypes.html, dateTime. */
export function isDateTime(text: string): boolean {
  return isDate(text) || isInstant(text)
}

/** A time on a day, with seconds and the offset. Source: FHIR R4, datatypes.html, instant. */
export function isInstant(text: string): boolean {
  const parts = INSTANT.exec(text)
  return parts !== null && isDay(parts)
}

/** A time of day with seconds and no offset. Source: FHIR R4, datatypes.html, time. */
export function isTime(text: string): boolean {
  return TIME.test(text)
}

const YEAR = '(?<year>(?!0000)\\d{4})'
const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,20})?'
const OFFSET = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))'
const DATE = new RegExp(`^${YEAR}(?:-(?<month>0[1-9]|1[0-2])(?:-(?<day>0[1-9]|[12]\\d|3[01]))?)?$`)
const INSTANT = new RegExp(`^${YEAR}-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])T${CLOCK}${OFFSET}$`)
const TIME = new RegExp(`^${CLOCK}$`)

/** Whether the month has that day. Every month has 28. */
function isDay({ groups }: RegExpExecArray): boolean {
  const day = Number(groups?.day ?? 1)
  if (day <= 28) return true
  const month = Number(groups?.month)
  if (month === 2) return day === 29 && isLeap(Number(groups?.year))
  return day <= 30 || ![4, 6, 9, 11].includes(month)
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
