import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { bannersOf } from '#record/chart/banner.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Access } from '#record/sharing/access.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import type { Assessment } from '#work/assessment/statutory/assessment.ts'
import { lateAssessments, peopleAssessedLate } from '#work/assessment/statutory/escalate.ts'
import { assessmentsOf } from '#work/assessment/statutory/read-assessments.ts'
import { answersFor } from '#work/review/answers-for.ts'
import { type LateReviews, lateReviews } from '#work/review/escalate.ts'
import { peopleReviewed, type Waits, waitsFor } from '#work/review/of-team.ts'
import { peopleOfReviews, readReviews, reviewsOf } from '#work/review/read-reviews.ts'
import { REVIEW_TOPIC, type Review, STANDING_TOPIC } from '#work/review/review.ts'
import { standingOf } from '#work/review/standing.ts'
import { useAsked, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { LiveHub, Told, Watcher } from '../live/hub.ts'
import { LiveRegion } from '../live/region.tsx'
import { tellThoseTied } from '../live/tell.ts'
import type { WebMeans } from '../means.ts'
import { Hidden } from '../parts/hidden.tsx'
import { LateTeams } from '../review/late-teams.tsx'
import { PlanStanding } from '../review/plan-standing.tsx'
import { ReviewCard } from '../review/review-card.tsx'

/** A review with the name of whose plan it is, and what waits of it. */
interface Listed {
  readonly review: Review
  readonly name: string
  readonly waits: Waits
}

/** An assessment that its team must see to, with the name of whom it is about. */
interface ListedAssessment {
  readonly assessment: Assessment
  readonly personId: string
  readonly name: string
}

/** The reviews that a worker's team answers for: late, to come, waiting for the person's word; for whoever answers for a body, which teams are late. */
export function reviewsPage(routes: Routes, { store, live }: WebMeans): void {
  routes.get('/reviews', { for: 'workers', does: 'list' }, async (request, reply) => {
    const worker = workerOf(request)
    const read = await transaction(store, async tx => ({
      listed: await listFor(tx, worker),
      told: await lateReviews(tx, worker),
      assessments: await assessmentsFor(tx, worker),
      toldAssessments: await lateAssessments(tx, worker),
    }))
    return drawPage(request, reply, <ReviewsPage {...read} />)
  })

  routes.get('/reviews/live', { for: 'workers', does: 'tell' }, (request, reply) =>
    live.open(request, reply, { topic: 'review' }),
  )
  live.tell(REVIEW_TOPIC, 'review', (tx, ids, watchers) => tellReviews(tx, live, ids, watchers))
  live.tell(STANDING_TOPIC, 'plan', (tx, ids, watchers) => tellStanding(tx, live, ids, watchers))
}

async function listFor(tx: Tx, worker: WorkerActor): Promise<Listed[]> {
  const pairs = (await peopleReviewed(tx, worker)).map(personId => ({ actor: worker, personId }))
  const listed = await lookAtMany(tx, pairs, { doing: 'list', place: 'reviews' }, async accesses => {
    const reviews = await reviewsOf(tx, accesses)
    const banners = await bannersOf(tx, accesses)
    return reviews.map((about, place) => about.map(review => ({ review, name: banners[place]?.name ?? '' })))
  })
  return listed.flat().flatMap(({ review, name }) => {
    const waits = waitsFor(worker, review, tx.now)
    return waits === undefined ? [] : [{ review, name, waits }]
  })
}

/** The assessments of a worker's team whose day is near or over, the latest first. */
async function assessmentsFor(tx: Tx, worker: WorkerActor): Promise<ListedAssessment[]> {
  const pairs = (await peopleAssessedLate(tx, worker)).map(personId => ({ actor: worker, personId }))
  const listed = await lookAtMany(tx, pairs, { doing: 'list', place: 'assessment' }, async accesses => {
    const banners = await bannersOf(tx, accesses)
    return (await assessmentsOf(tx, accesses)).map((about, place) =>
      about
        .filter(({ end }) => end === undefined)
        .map(assessment => ({ assessment, personId: accesses[place]!.personId, name: banners[place]?.name ?? '' })),
    )
  })
  return listed.flat().toSorted((one, other) => (one.assessment.dueOn < other.assessment.dueOn ? -1 : 1))
}

/** Sends the rows of what changed to the pages about one plan, and to the lists of those whose team answers for it. */
async function tellReviews(
  tx: Tx,
  live: LiveHub,
  ids: readonly string[],
  watchers: readonly Watcher[],
): Promise<Told[]> {
  const people = await peopleOfReviews(tx, ids)
  const ofOne = watchers.filter(({ view }) => view.personId !== undefined)
  const lists = watchers.filter(({ view }) => view.personId === undefined)
  const rowsFor = (inList: boolean) => async (accesses: readonly Access[]) => {
    const reviews = await reviewsOf(tx, accesses, ids)
    const banners = inList ? await bannersOf(tx, accesses) : []
    return reviews.map((about, place) =>
      about
        .filter(review => !inList || answersFor(accesses[place]!.actor, review))
        .map(review => <ReviewCard key={review.id} review={review} name={banners[place]?.name} />),
    )
  }
  return [
    ...(await tellThoseTied(tx, live, { people, place: 'reviews', watchers: ofOne }, rowsFor(false))),
    ...(await tellThoseTied(tx, live, { people, place: 'reviews', watchers: lists }, rowsFor(true))),
  ]
}

/** Tells whoever has the plan itself open where it stands now. */
async function tellStanding(
  tx: Tx,
  live: LiveHub,
  ids: readonly string[],
  watchers: readonly Watcher[],
): Promise<Told[]> {
  const people = await peopleOfReviews(tx, ids)
  return tellThoseTied(tx, live, { people, place: 'reviews', watchers }, async accesses => {
    const rows: JSX.Element[][] = []
    for (const access of accesses) {
      const standing = standingOf(await readReviews(tx, access))
      rows.push([<PlanStanding key={access.personId} standing={standing} personId={access.personId} />])
    }
    return rows
  })
}

interface ReviewsPageProps {
  readonly listed: readonly Listed[]
  readonly told: readonly LateReviews[]
  readonly assessments: readonly ListedAssessment[]
  readonly toldAssessments: readonly LateReviews[]
}

function ReviewsPage({ listed, told, assessments, toldAssessments }: ReviewsPageProps): JSX.Element {
  const { say } = useAsked()
  return (
    <Page title={say('planReview.team')} live>
      <h1 class="nhsuk-heading-xl">{say('planReview.team')}</h1>
      <LateTeams teams={told} of="reviews" />
      <LateTeams teams={toldAssessments} of="assessments" />
      <LateAssessments listed={assessments} />
      <LiveRegion id="reviews" from="/reviews/live">
        <Section listed={listed} waits="late" />
        <Section listed={listed} waits="due" />
        <Section listed={listed} waits="person" />
      </LiveRegion>
    </Page>
  )
}

function LateAssessments({ listed }: { listed: readonly ListedAssessment[] }): JSX.Element | null {
  const { say } = useAsked()
  if (listed.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('planReview.teamAssessments', { count: listed.length })}</h2>
      <ul class="app-reviews">
        {listed.map(({ assessment, personId, name }) => (
          <li key={assessment.id} class={assessment.isLate ? 'app-clock app-clock--late' : 'app-clock'}>
            <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">
              <a href={`/people/${personId}/assessments/${assessment.id}`}>
                {name}
                <Hidden>: {say('assessment.title')}</Hidden>
              </a>
            </h3>
            <p class="app-clock__due">
              {say(assessment.isLate ? 'assessment.late' : 'assessment.due', { day: say.day(assessment.dueOn) })}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

const SECTIONS = { late: 'planReview.teamLate', due: 'planReview.teamDue', person: 'planReview.teamPerson' } as const

function Section({ listed, waits }: { listed: readonly Listed[]; waits: Waits }): JSX.Element {
  const { say } = useAsked()
  const those = listed
    .filter(one => one.waits === waits)
    .toSorted((one, other) => (one.review.arrangement.dueOn < other.review.arrangement.dueOn ? -1 : 1))
  return (
    <>
      <h2 class="nhsuk-heading-l">{say(SECTIONS[waits], { count: those.length })}</h2>
      <ul class="app-reviews" data-rows={waits === 'due' ? true : undefined}>
        {those.map(({ review, name }) => (
          <ReviewCard key={review.id} review={review} name={name} />
        ))}
      </ul>
    </>
  )
}
