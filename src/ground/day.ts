const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })

/** The day in the region at a moment, ISO 8601. */
export function dayOf(moment: Date): string {
  return DAY.format(moment)
}

/** Minutes after midnight in the region at a moment, 0 to 1439. */
export function minuteOfDay(moment: Date): number {
  const [hours = 0, minutes = 0] = TIME.format(moment).split(':').map(Number)
  return (hours % 24) * 60 + minutes
}
