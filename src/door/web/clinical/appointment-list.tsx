import type { JSX } from 'preact'
import type { Appointment } from '#record/chart/clinical/appointments.ts'
import { useSay } from '../asked.ts'
import { SummaryList } from '../parts/summary-list.tsx'
import { Tag } from '../parts/tag.tsx'

/** When and where somebody is to be seen, the next first. */
export function AppointmentList({ appointments }: { appointments: readonly Appointment[] }): JSX.Element {
  const say = useSay()
  return (
    <section aria-labelledby="appointments">
      <h2 class="nhsuk-heading-l" id="appointments">
        {say('clinical.appointments')}
      </h2>
      {appointments.map(appointment => (
        <OneAppointment key={appointment.id} appointment={appointment} />
      ))}
    </section>
  )
}

function OneAppointment({ appointment }: { appointment: Appointment }): JSX.Element {
  const say = useSay()
  const { startsAt, what, places, people, comment, isCancelled, toldBy } = appointment
  const rows = [
    { key: say('clinical.where'), value: places.join('; ') },
    { key: say('clinical.with'), value: people.join('; ') },
    { key: say('clinical.note'), value: comment ?? '' },
    { key: say('clinical.source'), value: say.of(toldBy) },
  ]
  return (
    <article>
      <h3 class="nhsuk-heading-s">
        {say.moment(startsAt)}
        {isCancelled && (
          <>
            {' '}
            <Tag colour="red">{say('clinical.cancelled')}</Tag>
          </>
        )}
      </h3>
      {what !== undefined && <p>{what}</p>}
      <SummaryList rows={rows.filter(({ value }) => value !== '')} />
    </article>
  )
}
