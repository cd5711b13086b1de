import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import type { Meeting } from '#work/meeting/meeting.ts'
import { meetingsOf } from '#work/meeting/read-meeting.ts'
import { useAsked, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { ActionLink } from '../parts/action-link.tsx'

/** The meetings of a worker's team and those they are asked to. The list says of nobody whom they are about. */
export function meetingsPage(routes: Routes, { store }: WebMeans): void {
  routes.get('/meetings', { for: 'workers', does: 'nothing' }, async (request, reply) => {
    const worker = workerOf(request)
    const meetings = await transaction(store, tx => meetingsOf(tx, worker))
    return drawPage(request, reply, <MeetingsPage meetings={meetings} mayPlan={worker.teamId !== undefined} />)
  })
}

function MeetingsPage({ meetings, mayPlan }: { meetings: readonly Meeting[]; mayPlan: boolean }): JSX.Element {
  const { say } = useAsked()
  return (
    <Page title={say('meeting.title')}>
      <h1 class="nhsuk-heading-xl">{say('meeting.title')}</h1>
      <p class="nhsuk-lede-text">{say('meeting.lede')}</p>
      {meetings.length === 0 && <p>{say('meeting.none')}</p>}
      <ul class="app-entries">
        {meetings.map(({ id, team, beginsAt, attendees }) => (
          <li key={id} class="app-entry">
            <h2 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">
              <a href={`/meetings/${id}`}>{say('meeting.of', { team: say.of(team), moment: say.moment(beginsAt) })}</a>
            </h2>
            <p class="nhsuk-u-margin-bottom-0">{say('meeting.attending', { count: attendees.length })}</p>
          </li>
        ))}
      </ul>
      {mayPlan && <ActionLink href="/meetings/plan">{say('meeting.plan')}</ActionLink>}
    </Page>
  )
}
