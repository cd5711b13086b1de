import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { dayOf } from '#ground/day.ts'
import { useAsked } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { BarePage } from '../frame.tsx'

const DAY_MS = 24 * 3_600_000

/**
 * What somebody who left in a hurry is shown: this month, and nothing of what the service is. It says that they are
 * signed out, so that nobody believes a page to be open still.
 */
export function calendarPage(routes: Routes): void {
  routes.get('/calendar', { for: 'anybody', does: 'nothing' }, async (request, reply) =>
    drawPage(request, reply, <CalendarPage />),
  )
}

function CalendarPage(): JSX.Element {
  const { say, now } = useAsked()
  const today = dayOf(now)
  const month = say.month(today.slice(0, 7))
  const weeks = weeksOf(today)
  return (
    <BarePage title={month}>
      <h1 class="nhsuk-heading-l">{say.weekday(today)}</h1>
      <table class="app-calendar">
        <caption class="nhsuk-u-visually-hidden">{month}</caption>
        <thead>
          <tr>
            {weeks[0]?.map(day => (
              <th key={day} scope="col">
                {say.weekdayShort(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(week => (
            <tr key={week[0]}>
              {week.map(day => (
                <td key={day} {...(day === today && { 'aria-current': 'date' as const })}>
                  {day.slice(0, 7) === today.slice(0, 7) && Number(day.slice(8))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say('leave.signedOut')}</p>
    </BarePage>
  )
}

/** The weeks that hold any day of a day's month, from Monday to Sunday, ISO 8601. */
function weeksOf(today: string): string[][] {
  const first = new Date(`${today.slice(0, 7)}-01`)
  let at = first.getTime() - ((first.getUTCDay() + 6) % 7) * DAY_MS
  const weeks: string[][] = []
  do {
    const from = at
    weeks.push(Array.from({ length: 7 }, (_, place) => isoDay(from + place * DAY_MS)))
    at += 7 * DAY_MS
  } while (isoDay(at).slice(0, 7) === today.slice(0, 7))
  return weeks
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
