const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })

/** The day in the region at a moment, ISO 8601. */
export function dayOf(moment: Date): string {
  return DAY.format(moment)
}
