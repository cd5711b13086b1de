import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { LANGUAGES } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { readPlan } from '#work/plan/read-plan.ts'
import { answersFor } from '#work/review/answers-for.ts'
import { type Preparation, prepareReview } from '#work/review/prepare.ts'
import { readReviews } from '#work/review/read-reviews.ts'
import { mayWriteOf } from '#work/review/responsible.ts'
import { REVIEW_RESULTS, type Review } from '#work/review/review.ts'
import { speaksFor, takeReviewStance } from '#work/review/take-stance.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { ClockTag } from '../review/clock-tag.tsx'
import { ArrangementFacts } from '../review/facts.tsx'
import { HowToComplain } from '../review/how-to-complain.tsx'
import { PreparationPart } from '../review/preparation.tsx'
import { ResultWhole } from '../review/result-whole.tsx'
import { type Sent, sentWith, wordsIn } from '../review/sent.ts'
import { StanceForm } from '../review/stance-form.tsx'
import { type Problems, typedIn } from '../typed.ts'

interface OneReview {
  readonly Params: { readonly person: string; readonly review: string }
  readonly Querystring: { readonly done?: string }
}

interface Shown {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly review: Review
  /** Of a review that waits. */
  readonly known: Preparation | undefined
  /** Whether the reader writes what it comes to. */
  readonly mayEnd: boolean
  /** Whether the reader is the person, or lawfully acts for them. */
  readonly mayAnswer: boolean
}

const STANCE = '/people/:person/plan/reviews/:review/stance'

/** One review: before it is held what is known for it, afterwards what it came to and what the person says of that. */
export function planReviewPage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OneReview>('/people/:person/plan/reviews/:review', { for: 'visitors', does: 'look' }, (request, reply) =>
    draw(store, request, reply, sentWith({}, {}, request.asked.say)),
  )

  routes.get<OneReview>(STANCE, { for: 'visitors', does: 'look', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(store, request, reply, sentWith(kept ?? {}, {}, request.asked.say))
  })

  routes.post<OneReview>(STANCE, { for: 'visitors', does: ['write', 'look'] }, async (request, reply) => {
    const { personId, reviewId } = idsOf(request)
    const { say } = request.asked
    const typed = typedIn(request.body)
    if (typed.agrees !== 'yes' && typed.agrees !== 'no')
      return draw(store, request, reply, sentWith(typed, { agrees: 'planReview.agreesMissing' }, say))
    const stance = {
      reviewId,
      agrees: typed.agrees === 'yes',
      words: wordsIn(typed, 'words'),
      language: LANGUAGES.find(one => one === typed.language) ?? say.language,
    }
    const taken = await transactionInTurn(store, tx =>
      look(tx, visitorOf(request).actor, personId, { doing: 'write', place: 'review' }, access =>
        takeReviewStance(tx, access, stance),
      ),
    )
    if (!taken.ok || (!taken.value.ok && taken.value.problem === 'planReview.notShown')) throw notShown()
    if (taken.value.ok) return onward(reply, `/people/${personId}/plan/reviews/${reviewId}?done=said`)
    const problems: Problems = { words: taken.value.problem }
    return draw(store, request, reply, sentWith(typed, problems, say))
  })
}

function idsOf({ params }: FastifyRequest<OneReview>): { personId: string; reviewId: string } {
  return { personId: idFrom(params.person), reviewId: idFrom(params.review) }
}

async function draw(
  store: Store,
  request: FastifyRequest<OneReview>,
  reply: FastifyReply,
  sent: Sent,
): Promise<FastifyReply> {
  const { personId, reviewId } = idsOf(request)
  const { actor } = visitorOf(request)
  const shown = await transaction(store, tx =>
    look(tx, actor, personId, { doing: 'look', place: 'review' }, access => readShown(tx, access, reviewId)),
  )
  if (!shown.ok || shown.value === undefined) throw notShown()
  const page = <ReviewPage shown={shown.value} sent={sent} hasSaid={request.query.done === 'said'} />
  return drawPage(request, reply, page, sent.problems === undefined ? 200 : 422)
}

async function readShown(tx: Tx, access: Access, reviewId: string): Promise<Shown | undefined> {
  const review = (await readReviews(tx, access)).find(({ id }) => id === reviewId)
  if (review === undefined) return undefined
  const isWaiting = review.result === undefined
  return {
    banner: await pageBanner(tx, access),
    isOwn: isThePerson(access),
    review,
    known: isWaiting ? prepareReview(await readPlan(tx, access), tx.now) : undefined,
    mayEnd: isWaiting && mayWriteOf(access) && answersFor(access.actor, review),
    mayAnswer: !isWaiting && speaksFor(access) && mayWriteOf(access),
  }
}

interface ReviewPageProps {
  readonly shown: Shown
  readonly sent: Sent
  readonly hasSaid: boolean
}

function ReviewPage({ shown, sent, hasSaid }: ReviewPageProps): JSX.Element {
  const { say } = useAsked()
  const { banner, isOwn, review, known, mayEnd, mayAnswer } = shown
  const { personId } = banner
  const title = say(isOwn ? 'planReview.oneMine' : 'planReview.one')
  const all = `/people/${personId}/plan/reviews`
  const { result, arrangement } = review
  return (
    <Page
      title={title}
      problems={sent.problems}
      back={{ href: all, text: say(isOwn ? 'planReview.titleMine' : 'planReview.title') }}
      banner={<PersonBanner banner={banner} href={`/people/${personId}`} />}
    >
      {hasSaid && <NotificationBanner success message={say('planReview.doneSaid')} />}
      <h1 class="nhsuk-heading-xl">
        {result === undefined ? say.weekday(arrangement.dueOn) : say('planReview.heldOn', { day: say.day(result.at) })}
      </h1>
      <p>
        <ClockTag review={review} />
      </p>
      <ArrangementFacts arrangement={arrangement} times={review.timesArranged} />
      {result && <ResultWhole review={review} result={result} />}
      {result && <HowToComplain arrangement={arrangement} />}
      {mayAnswer && <StanceForm action={`${all}/${review.id}/stance`} sent={sent} />}
      {known && <PreparationPart known={known} personId={personId} />}
      {mayEnd && <WhatItComesTo action={`${all}/${review.id}`} />}
    </Page>
  )
}

function WhatItComesTo({ action }: { action: string }): JSX.Element {
  const { say } = useAsked()
  return (
    <section class="app-form">
      <h2 class="nhsuk-heading-l">{say('planReview.came')}</h2>
      <p>{say('planReview.cameLede')}</p>
      <div class="app-buttons">
        {REVIEW_RESULTS.map(kind => (
          <Button key={kind} href={`${action}/${kind}`} variant={kind === 'confirm' ? undefined : 'secondary'}>
            {say.code('planReview', kind)}
          </Button>
        ))}
      </div>
    </section>
  )
}
