import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { isThePerson } from '#work/plan/owner.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { readPlan } from '#work/plan/read-plan.ts'
import { answersFor } from '#work/review/answers-for.ts'
import { endReview } from '#work/review/end.ts'
import { readReviews } from '#work/review/read-reviews.ts'
import { mayWriteOf } from '#work/review/responsible.ts'
import type { ReviewProblem, ReviewResultKind } from '#work/review/review.ts'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { readResult } from '../review/result-fields.ts'
import { ResultForm } from '../review/result-form.tsx'
import { type Sent, sentWith } from '../review/sent.ts'
import { type Problems, type Typed, typedIn } from '../typed.ts'

interface OneReview {
  readonly Params: { readonly person: string; readonly review: string }
}

const CONFIRM_AT = '/people/:person/plan/reviews/:review/confirm'
const REVISE_AT = '/people/:person/plan/reviews/:review/revise'
const CLOSE_AT = '/people/:person/plan/reviews/:review/close'

/** Where a review is ended, in each of the three ways that it can end. */
export function planReviewEndPages(routes: Routes, means: WebMeans): void {
  routes.get<OneReview>(CONFIRM_AT, { for: 'workers', does: 'look', changes: true }, showing(means, 'confirm'))
  routes.post<OneReview>(CONFIRM_AT, { for: 'workers', does: ['write', 'look'] }, taking(means, 'confirm'))
  routes.get<OneReview>(REVISE_AT, { for: 'workers', does: 'look', changes: true }, showing(means, 'revise'))
  routes.post<OneReview>(REVISE_AT, { for: 'workers', does: ['write', 'look'] }, taking(means, 'revise'))
  routes.get<OneReview>(CLOSE_AT, { for: 'workers', does: 'look', changes: true }, showing(means, 'close'))
  routes.post<OneReview>(CLOSE_AT, { for: 'workers', does: ['write', 'look'] }, taking(means, 'close'))
}

type Handler = (request: FastifyRequest<OneReview>, reply: FastifyReply) => Promise<FastifyReply>

function showing({ store, visits }: WebMeans, kind: ReviewResultKind): Handler {
  return async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw({ store, request, reply, kind }, kept ?? {}, {})
  }
}

function taking({ store }: WebMeans, kind: ReviewResultKind): Handler {
  return async (request, reply) => {
    const { personId, reviewId } = idsOf(request)
    const typed = typedIn(request.body)
    const about = { kind, reviewId, now: request.asked.now, language: request.asked.say.language }
    let lacking: Problems = {}
    const ended = await transactionInTurn(store, tx =>
      look(
        tx,
        workerOf(request),
        personId,
        { doing: 'write', place: 'review' },
        async (access): Promise<Outcome<undefined, ReviewProblem | 'lacking'>> => {
          const { result, problems } = readResult(typed, { ...about, items: await readPlan(tx, access) })
          lacking = problems
          return Object.keys(problems).length > 0 ? refused('lacking') : endReview(tx, access, result)
        },
      ),
    )
    if (!ended.ok || (!ended.value.ok && ended.value.problem === 'planReview.notShown')) throw notShown()
    if (ended.value.ok) return onward(reply, `/people/${personId}/plan/reviews?done=ended`)
    const { problem } = ended.value
    return draw({ store, request, reply, kind }, typed, problem === 'lacking' ? lacking : { form: problem })
  }
}

function idsOf({ params }: FastifyRequest<OneReview>): { personId: string; reviewId: string } {
  return { personId: idFrom(params.person), reviewId: idFrom(params.review) }
}

interface Drawing {
  readonly store: Store
  readonly request: FastifyRequest<OneReview>
  readonly reply: FastifyReply
  readonly kind: ReviewResultKind
}

async function draw({ store, request, reply, kind }: Drawing, typed: Typed, problems: Problems): Promise<FastifyReply> {
  const { personId, reviewId } = idsOf(request)
  const shown = await transaction(store, tx =>
    look(tx, workerOf(request), personId, { doing: 'look', place: 'review' }, access =>
      readShown(tx, access, reviewId),
    ),
  )
  if (!shown.ok || shown.value === undefined) throw notShown()
  const sent = sentWith(typed, problems, request.asked.say)
  const page = <EndPage shown={shown.value} kind={kind} sent={sent} reviewId={reviewId} />
  return drawPage(request, reply, page, sent.problems === undefined ? 200 : 422)
}

interface Shown {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly items: readonly PlanItem[]
}

async function readShown(tx: Tx, access: Access, reviewId: string): Promise<Shown | undefined> {
  const review = (await readReviews(tx, access)).find(({ id }) => id === reviewId)
  if (review === undefined || !mayWriteOf(access) || !answersFor(access.actor, review)) return undefined
  return {
    banner: await pageBanner(tx, access),
    isOwn: isThePerson(access),
    items: await readPlan(tx, access),
  }
}

interface EndPageProps {
  readonly shown: Shown
  readonly kind: ReviewResultKind
  readonly sent: Sent
  readonly reviewId: string
}

function EndPage({ shown: { banner, items }, kind, sent, reviewId }: EndPageProps): JSX.Element {
  const { say } = useAsked()
  const title = say.code('planReview', kind)
  const review = `/people/${banner.personId}/plan/reviews/${reviewId}`
  return (
    <Page
      title={title}
      problems={sent.problems}
      back={{ href: review, text: say('planReview.one') }}
      banner={<PersonBanner banner={banner} href={`/people/${banner.personId}`} />}
    >
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say.code('planReview', `${kind}-lede`)}</p>
      <ResultForm kind={kind} action={`${review}/${kind}`} items={items} sent={sent} />
    </Page>
  )
}
