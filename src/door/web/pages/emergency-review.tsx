import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import { LANGUAGES } from '#ground/language/say.ts'
import { REVIEW_OUTCOMES } from '#record/sharing/emergency/emergency.ts'
import { type EmergencyToReview, lookAtEmergency } from '#record/sharing/emergency/officer-emergencies.ts'
import { REVIEW_LENGTH_MAX, type ReviewProblem, reviewEmergency } from '#record/sharing/emergency/review.ts'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { ReviewFacts } from '../emergency/review-facts.tsx'
import { ReviewForm } from '../emergency/review-form.tsx'
import { ReviewTag } from '../emergency/review-tag.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, problemsOf, type Typed, typedIn, wordsField } from '../typed.ts'

const REVIEW = '/emergency/reviews/:emergency'

interface OneEmergency {
  readonly Params: { readonly emergency: string }
}

interface Form {
  readonly typed: Typed | undefined
  readonly problems: Problems
  readonly status: number
}

const Fields = z.object({
  outcome: z.enum(REVIEW_OUTCOMES, { error: 'emergencyReview.outcomeMissing' }),
  words: wordsField({
    missing: 'emergency.reviewWordsMissing',
    tooLong: 'emergency.reviewWordsTooLong',
    lengthMax: REVIEW_LENGTH_MAX,
  }),
  language: z.enum(LANGUAGES, { error: 'emergencyReview.languageMissing' }),
})

/** One emergency, for the officers who review it and those who are told of it, and what the former found. */
export function emergencyReviewPage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OneEmergency>(
    REVIEW,
    { for: ['privacy-officer'], does: 'look', changes: true },
    async (request, reply) => {
      const typed = await visits.takeHeldForm(visitorOf(request), request.url)
      return drawReview(request, reply, store, { typed, problems: {}, status: 200 })
    },
  )

  routes.post<OneEmergency>(REVIEW, { for: ['privacy-officer'], does: 'look' }, async (request, reply) => {
    const emergencyId = idFrom(request.params.emergency)
    const typed = typedIn(request.body)
    const parsed = Fields.safeParse(typed)
    if (!parsed.success)
      return drawReview(request, reply, store, { typed, problems: problemsOf(parsed.error), status: 422 })
    const reviewed = await transaction(store, tx =>
      reviewEmergency(tx, workerOf(request), { ...parsed.data, emergencyId }),
    )
    if (reviewed.ok) return onward(reply, '/emergency/reviews?done=reviewed')
    const answer = ANSWERS[reviewed.problem]
    if (answer === undefined || reviewed.problem === 'record.notShown') throw notShown()
    return drawReview(request, reply, store, {
      typed,
      problems: { [answer.field]: reviewed.problem },
      status: answer.status,
    })
  })
}

/** How each refusal is answered, and the field it is said at. */
const ANSWERS = {
  'record.notShown': undefined,
  'emergency.reviewNotYours': { status: 403, field: 'form' },
  'emergency.reviewWordsMissing': { status: 422, field: 'words' },
  'emergency.reviewWordsTooLong': { status: 422, field: 'words' },
  'emergency.alreadyReviewed': { status: 409, field: 'form' },
} as const satisfies Record<ReviewProblem, { status: number; field: string } | undefined>

async function drawReview(
  request: FastifyRequest<OneEmergency>,
  reply: FastifyReply,
  store: Store,
  form: Form,
): Promise<FastifyReply> {
  const emergencyId = idFrom(request.params.emergency)
  const shown = await transaction(store, tx => lookAtEmergency(tx, workerOf(request), emergencyId))
  if (!shown.ok) throw notShown()
  return drawPage(request, reply, <ReviewPage shown={shown.value} form={form} />, form.status)
}

function ReviewPage({ shown, form }: { shown: EmergencyToReview; form: Form }): JSX.Element {
  const { say, path } = useAsked()
  const { emergency, isTheirs } = shown
  const title = say(isTheirs && emergency.review === undefined ? 'emergencyReview.one' : 'emergencyReview.oneTold')
  const problems = listedProblems(say, form.problems)
  const wasKept = form.typed !== undefined && problems.length === 0
  return (
    <Page title={title} problems={problems} back={{ href: '/emergency/reviews', text: say('emergencyReview.back') }}>
      {wasKept && <NotificationBanner message={say('emergencyReview.kept')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p>
        {say('emergencyReview.due')}: {say.moment(emergency.dueAt)} <ReviewTag emergency={emergency} />
      </p>
      <InsetText>{say('emergencyReview.inTrail')}</InsetText>
      <ReviewFacts shown={shown} />
      {emergency.review === undefined ? (
        isTheirs && <ReviewForm action={path} typed={form.typed ?? {}} problems={form.problems} />
      ) : (
        <Found review={emergency.review} />
      )}
    </Page>
  )
}

function Found({ review }: { review: NonNullable<EmergencyToReview['emergency']['review']> }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h2 class="nhsuk-heading-m">{say('emergencyReview.outcome')}</h2>
      <p>
        <strong>{say.code('emergencyReview', `outcome-${review.outcome}`)}</strong>
      </p>
      <p lang={review.language}>{review.words}</p>
      <p>{say('emergencyReview.reviewedBy', { who: review.by, day: say.day(review.at) })}</p>
    </>
  )
}
