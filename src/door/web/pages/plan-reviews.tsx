import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { readReviews } from '#work/review/read-reviews.ts'
import { mayWriteOf } from '#work/review/responsible.ts'
import type { Review } from '#work/review/review.ts'
import { type Standing, standingOf } from '#work/review/standing.ts'
import { useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { LiveRegion } from '../live/region.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { planTitle } from '../plan/plan-title.ts'
import { PlanStanding } from '../review/plan-standing.tsx'
import { ReviewCard } from '../review/review-card.tsx'

interface OnePlan {
  readonly Params: { readonly person: string }
  readonly Querystring: { readonly done?: string }
}

interface Shown {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly isWorker: boolean
  readonly mayWrite: boolean
  readonly reviews: readonly Review[]
  readonly standing: Standing
}

/** The reviews of one plan: the next, with who answers for it; what those before came to; and the ways to ask for one. */
export function planReviewsPage(routes: Routes, { store, live }: WebMeans): void {
  routes.get<OnePlan>('/people/:person/plan/reviews', { for: 'visitors', does: 'look' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'review' }, access => readShown(tx, access)),
    )
    if (!shown.ok) throw notShown()
    return drawPage(request, reply, <ReviewsPage shown={shown.value} done={Done.parse(request.query.done)} />)
  })

  routes.get<OnePlan>('/people/:person/plan/reviews/live', { for: 'visitors', does: 'tell' }, (request, reply) =>
    live.open(request, reply, { topic: 'review', personId: idFrom(request.params.person) }),
  )
}

async function readShown(tx: Tx, access: Access): Promise<Shown> {
  const banner = await pageBanner(tx, access)
  const reviews = await readReviews(tx, access)
  return {
    banner,
    isOwn: isThePerson(access),
    isWorker: access.actor.kind === 'worker',
    mayWrite: mayWriteOf(access),
    reviews,
    standing: standingOf(reviews),
  }
}

/** What somebody has just done. Anything else in the address says nothing. */
const Done = z.enum(['asked', 'arranged', 'ended', 'reopened']).optional().catch(undefined)

const DONE = {
  asked: 'planReview.doneAsked',
  arranged: 'planReview.doneArranged',
  ended: 'planReview.doneEnded',
  reopened: 'planReview.doneReopened',
} as const

function ReviewsPage({ shown, done }: { shown: Shown; done: z.infer<typeof Done> }): JSX.Element {
  const { say } = useAsked()
  const { banner, isOwn, reviews, standing } = shown
  const title = say(isOwn ? 'planReview.titleMine' : 'planReview.title')
  const plan = `/people/${banner.personId}/plan`
  const waiting = reviews.filter(({ result }) => result === undefined)
  const held = reviews.filter(({ result }) => result !== undefined)
  return (
    <Page
      title={title}
      back={{ href: plan, text: planTitle(say, { isOwn, name: banner.name }) }}
      banner={<PersonBanner banner={banner} href={`/people/${banner.personId}`} />}
      live
    >
      {done && <NotificationBanner success message={say(DONE[done])} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say(isOwn ? 'planReview.lede' : 'planReview.ledeOther')}</p>
      <LiveRegion id="reviews" from={`${plan}/reviews/live`}>
        {standing.kind === 'closed' ? (
          <PlanStanding standing={standing} personId={banner.personId} />
        ) : (
          <>
            <h2 class="nhsuk-heading-l">{say('planReview.next')}</h2>
            {waiting.length === 0 && <p>{say('planReview.none')}</p>}
            <ul class="app-reviews" data-rows>
              {waiting.map(review => (
                <ReviewCard key={review.id} review={review} />
              ))}
            </ul>
            {shown.mayWrite && <Ways shown={shown} plan={plan} />}
          </>
        )}
        {held.length > 0 && (
          <>
            <h2 class="nhsuk-heading-l">{say('planReview.past')}</h2>
            <ul class="app-reviews">
              {held.map(review => (
                <ReviewCard key={review.id} review={review} />
              ))}
            </ul>
          </>
        )}
      </LiveRegion>
    </Page>
  )
}

function Ways({ shown: { isWorker, standing }, plan }: { shown: Shown; plan: string }): JSX.Element {
  const { say } = useAsked()
  const isWaiting = standing.kind === 'waiting'
  return isWorker ? (
    <Button href={`${plan}/reviews/arrange`} variant={isWaiting ? 'secondary' : undefined}>
      {say(isWaiting ? 'planReview.move' : 'planReview.arrange')}
    </Button>
  ) : (
    <Button href={`${plan}/reviews/ask`}>{say('planReview.ask')}</Button>
  )
}
