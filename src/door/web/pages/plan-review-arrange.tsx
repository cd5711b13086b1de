import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { type Bilingual, LANGUAGES } from '#ground/language/say.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { organisationNamesById } from '#record/organisation/organisation-names.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { arrangeReview } from '#work/review/arrange.ts'
import { readReviews } from '#work/review/read-reviews.ts'
import { mayWriteOf, whoMayBeResponsible } from '#work/review/responsible.ts'
import type { Review, ReviewProblem } from '#work/review/review.ts'
import { standingOf } from '#work/review/standing.ts'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { boxesOf, dayIn } from '../day-field.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { ArrangeForm } from '../review/arrange-form.tsx'
import { type Sent, sentWith, wordsIn } from '../review/sent.ts'
import { type Problems, type Typed, typedIn } from '../typed.ts'

interface OnePlan {
  readonly Params: { readonly person: string }
}

const ARRANGE = '/people/:person/plan/reviews/arrange'

/** A worker arranges the next review of a plan, or moves the one that waits. */
export function planReviewArrangePage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OnePlan>(ARRANGE, { for: 'workers', does: 'look', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(store, request, reply, { typed: kept, problems: {} })
  })

  routes.post<OnePlan>(ARRANGE, { for: 'workers', does: ['write', 'look'] }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const typed = typedIn(request.body)
    const asked = {
      isChanged: typed.cause === 'changed',
      dueOn: dayIn(typed, 'due'),
      responsibleId: typed.responsible ?? '',
      attending: wordsIn(typed, 'attending'),
      words: wordsIn(typed, 'words'),
      language: LANGUAGES.find(one => one === typed.language) ?? request.asked.say.language,
    }
    const arranged = await transactionInTurn(store, tx =>
      look(tx, workerOf(request), personId, { doing: 'write', place: 'review' }, access =>
        arrangeReview(tx, access, asked),
      ),
    )
    if (!arranged.ok || (!arranged.value.ok && arranged.value.problem === 'planReview.notShown')) throw notShown()
    if (arranged.value.ok) return onward(reply, `/people/${personId}/plan/reviews?done=arranged`)
    const { problem } = arranged.value
    return draw(store, request, reply, { typed, problems: { [FIELDS[problem] ?? 'form']: problem } })
  })
}

const FIELDS: Readonly<Partial<Record<ReviewProblem, string>>> = {
  'planReview.dayMissing': 'due-day',
  'planReview.dayPast': 'due-day',
  'planReview.dayTooFar': 'due-day',
  'planReview.responsibleMissing': 'responsible',
  'planReview.whyMissing': 'words',
  'planReview.wordsTooLong': 'words',
}

interface Shown {
  readonly banner: PageBanner
  readonly workers: readonly WorkerActor[]
  readonly organisations: ReadonlyMap<string, Bilingual>
  /** The review that waits. */
  readonly next: Review | undefined
}

async function draw(
  store: Store,
  request: FastifyRequest<OnePlan>,
  reply: FastifyReply,
  { typed, problems }: { readonly typed: Typed | undefined; readonly problems: Problems },
): Promise<FastifyReply> {
  const shown = await transaction(store, tx =>
    look(tx, workerOf(request), idFrom(request.params.person), { doing: 'look', place: 'review' }, access =>
      readShown(tx, access),
    ),
  )
  if (!shown.ok || shown.value === undefined) throw notShown()
  const sent = sentWith(typed ?? presentOf(shown.value), problems, request.asked.say)
  return drawPage(request, reply, <ArrangePage shown={shown.value} sent={sent} />, sent.problems ? 422 : 200)
}

/** Undefined for whoever may not, and of a plan that is closed: that is opened again first. */
async function readShown(tx: Tx, access: Access): Promise<Shown | undefined> {
  const standing = standingOf(await readReviews(tx, access))
  if (!mayWriteOf(access) || standing.kind === 'closed') return undefined
  return {
    banner: await pageBanner(tx, access),
    workers: await whoMayBeResponsible(tx, access),
    organisations: await organisationNamesById(tx),
    next: standing.kind === 'waiting' ? standing.next : undefined,
  }
}

/** The form as it begins: as the review that waits is arranged now, with the likeliest worker where none does. */
function presentOf({ next, workers }: Shown): Typed {
  const { dueOn = '', responsibleId = workers[0]?.accountId ?? '', attending = '' } = next?.arrangement ?? {}
  return { ...boxesOf('due', dueOn), responsible: responsibleId, attending, cause: 'time' }
}

function ArrangePage({ shown, sent }: { shown: Shown; sent: Sent }): JSX.Element {
  const { say } = useAsked()
  const { banner, next, workers, organisations } = shown
  const title = say(next === undefined ? 'planReview.arrangeTitle' : 'planReview.moveTitle')
  const all = `/people/${banner.personId}/plan/reviews`
  const seats = workers.map(({ accountId, name, organisationId }) => ({
    accountId,
    name,
    organisation: organisations.get(organisationId),
  }))
  return (
    <Page
      title={title}
      problems={sent.problems}
      back={{ href: all, text: say('planReview.title') }}
      banner={<PersonBanner banner={banner} href={`/people/${banner.personId}`} />}
    >
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <ArrangeForm action={`${all}/arrange`} seats={seats} sent={sent} />
    </Page>
  )
}
