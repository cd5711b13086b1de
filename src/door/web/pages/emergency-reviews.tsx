import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import type { Emergency } from '#record/sharing/emergency/emergency.ts'
import {
  emergenciesOfOfficer,
  type OfficersEmergencies,
  officersHaveRead,
} from '#record/sharing/emergency/officer-emergencies.ts'
import { onward, useAsked, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { ReviewTag } from '../emergency/review-tag.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Table } from '../parts/table.tsx'
import { idFrom, notShown } from '../person/person-id.ts'

/** What a privacy officer has to do with emergencies: those to review, and those of workers they answer for. */
export function emergencyReviewsPage(routes: Routes, { store }: WebMeans): void {
  routes.get('/emergency/reviews', { for: ['privacy-officer'], does: 'nothing' }, async (request, reply) => {
    const held = await transaction(store, tx => emergenciesOfOfficer(tx, workerOf(request)))
    const isDone = (request.query as { readonly done?: unknown }).done === 'reviewed'
    return drawPage(request, reply, <ReviewsPage held={held} isDone={isDone} />)
  })

  routes.post<{ Params: { emergency: string } }>(
    '/emergency/reviews/:emergency/read',
    { for: ['privacy-officer'], does: 'nothing' },
    async (request, reply) => {
      const emergencyId = idFrom(request.params.emergency)
      const read = await transaction(store, tx => officersHaveRead(tx, workerOf(request), emergencyId))
      if (!read.ok) throw notShown()
      return onward(reply, '/emergency/reviews')
    },
  )
}

function ReviewsPage({ held, isDone }: { held: OfficersEmergencies; isDone: boolean }): JSX.Element {
  const { say } = useAsked()
  const waiting = say('emergencyReview.waiting', { count: held.toReview.length })
  return (
    <Page title={say('emergencyReview.title')}>
      {isDone && <NotificationBanner success message={say('emergencyReview.done')} />}
      <h1 class="nhsuk-heading-xl">{say('emergencyReview.title')}</h1>
      <p class="nhsuk-lede-text">{say('emergencyReview.lede')}</p>
      <InsetText>{say('emergencyReview.inTrail')}</InsetText>
      <h2 class="nhsuk-heading-l">{waiting}</h2>
      {held.toReview.length === 0 ? (
        <p>{say('emergencyReview.noneWaiting')}</p>
      ) : (
        <Emergencies emergencies={held.toReview} caption={waiting} />
      )}
      {held.told.length > 0 && <Told emergencies={held.told} />}
      {held.reviewed.length > 0 && (
        <>
          <h2 class="nhsuk-heading-l">{say('emergencyReview.reviewedLately')}</h2>
          <Emergencies emergencies={held.reviewed} caption={say('emergencyReview.reviewedLately')} />
        </>
      )}
    </Page>
  )
}

interface EmergenciesProps {
  readonly emergencies: readonly Emergency[]
  readonly caption: string
}

function Emergencies({ emergencies, caption }: EmergenciesProps): JSX.Element {
  const { say } = useAsked()
  return (
    <Table
      caption={caption}
      captionClass="nhsuk-u-visually-hidden"
      responsive
      columns={[
        { heading: say('emergencyReview.openedAt') },
        { heading: say('emergencyReview.worker') },
        { heading: say('emergencyReview.reason') },
        { heading: say('emergencyReview.due') },
      ]}
      rows={emergencies.map(emergency => ({
        cells: [
          { content: <a href={`/emergency/reviews/${emergency.id}`}>{say.moment(emergency.openedAt)}</a> },
          workerIn(say, emergency),
          say.code('emergency', `category-${emergency.category}`),
          {
            content: (
              <>
                {say.moment(emergency.dueAt)} <ReviewTag emergency={emergency} />
              </>
            ),
          },
        ],
      }))}
    />
  )
}

function workerIn(say: ReturnType<typeof useAsked>['say'], { role, organisation, actorName }: Emergency): string {
  return `${actorName}, ${say.code('role', role)}, ${say.of(organisation)}`
}

function Told({ emergencies }: { emergencies: readonly Emergency[] }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('emergencyReview.told')}</h2>
      <p>{say('emergencyReview.toldWhat')}</p>
      <ul class="app-told">
        {emergencies.map(emergency => (
          <li key={emergency.id} class="app-told__one">
            <p>
              <a href={`/emergency/reviews/${emergency.id}`}>{say.moment(emergency.openedAt)}</a>
              <br />
              {workerIn(say, emergency)}
              <br />
              {say.code('emergency', `category-${emergency.category}`)} <ReviewTag emergency={emergency} />
            </p>
            <form method="post" action={`/emergency/reviews/${emergency.id}/read`}>
              <Button variant="secondary" small aria-label={haveReadOf(emergency)}>
                {say('emergencyReview.haveRead')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )

  function haveReadOf({ openedAt }: Emergency): string {
    return `${say('emergencyReview.haveRead')}: ${say.moment(openedAt)}`
  }
}
