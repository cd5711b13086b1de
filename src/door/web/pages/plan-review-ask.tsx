import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { LANGUAGES, type Language } from '#ground/language/say.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { askForReview } from '#work/review/ask.ts'
import { reopenPlan } from '#work/review/reopen.ts'
import { mayWriteOf } from '#work/review/responsible.ts'
import type { ReviewProblem } from '#work/review/review.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { LanguageRadios } from '../language-radios.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Sent, sentWith, wordsIn } from '../review/sent.ts'
import { type Problems, type Typed, typedIn } from '../typed.ts'

interface OnePlan {
  readonly Params: { readonly person: string }
}

/** What somebody asks for in a few words: a review, or that a closed plan be opened again. */
interface Asking {
  readonly name: 'ask' | 'reopen'
  readonly title: 'planReview.askTitle' | 'planReview.reopenTitle'
  readonly lede: 'planReview.askLede' | 'planReview.reopenLede'
  readonly why: 'planReview.askWhy' | 'planReview.reopenWhy'
  readonly send: 'planReview.askSend' | 'planReview.reopenSend'
  readonly done: 'asked' | 'reopened'
  act(tx: Tx, access: Access, said: Said): Promise<Outcome<string, ReviewProblem>>
}

interface Said {
  readonly words: string
  readonly language: Language
}

const ASK: Asking = {
  name: 'ask',
  title: 'planReview.askTitle',
  lede: 'planReview.askLede',
  why: 'planReview.askWhy',
  send: 'planReview.askSend',
  done: 'asked',
  act: askForReview,
}

const REOPEN: Asking = {
  name: 'reopen',
  title: 'planReview.reopenTitle',
  lede: 'planReview.reopenLede',
  why: 'planReview.reopenWhy',
  send: 'planReview.reopenSend',
  done: 'reopened',
  act: (tx, access, { words, language }) => reopenPlan(tx, access, { reasons: words, language }),
}

const ASK_AT = '/people/:person/plan/reviews/ask'
const REOPEN_AT = '/people/:person/plan/reviews/reopen'

/** Where a review is asked for, and where a closed plan is opened again. */
export function planReviewAskPages(routes: Routes, means: WebMeans): void {
  routes.get<OnePlan>(ASK_AT, { for: 'visitors', does: 'look', changes: true }, showing(means, ASK))
  routes.post<OnePlan>(ASK_AT, { for: 'visitors', does: ['write', 'look'] }, taking(means, ASK))
  routes.get<OnePlan>(REOPEN_AT, { for: 'visitors', does: 'look', changes: true }, showing(means, REOPEN))
  routes.post<OnePlan>(REOPEN_AT, { for: 'visitors', does: ['write', 'look'] }, taking(means, REOPEN))
}

type Handler = (request: FastifyRequest<OnePlan>, reply: FastifyReply) => Promise<FastifyReply>

function showing({ store, visits }: WebMeans, asking: Asking): Handler {
  return async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw({ store, request, reply, asking }, kept ?? {}, {})
  }
}

function taking({ store }: WebMeans, asking: Asking): Handler {
  return async (request, reply) => {
    const personId = idFrom(request.params.person)
    const typed = typedIn(request.body)
    const language = LANGUAGES.find(one => one === typed.language) ?? request.asked.say.language
    const said = { words: wordsIn(typed, 'words'), language }
    const asked = await transactionInTurn(store, tx =>
      look(tx, visitorOf(request).actor, personId, { doing: 'write', place: 'review' }, access =>
        asking.act(tx, access, said),
      ),
    )
    if (!asked.ok || (!asked.value.ok && asked.value.problem === 'planReview.notShown')) throw notShown()
    if (asked.value.ok) return onward(reply, `/people/${personId}/plan/reviews?done=${asking.done}`)
    const { problem } = asked.value
    const field = problem === 'planReview.reasonsMissing' || problem === 'planReview.wordsTooLong' ? 'words' : 'form'
    return draw({ store, request, reply, asking }, typed, { [field]: problem })
  }
}

interface Drawing {
  readonly store: Store
  readonly request: FastifyRequest<OnePlan>
  readonly reply: FastifyReply
  readonly asking: Asking
}

async function draw(
  { store, request, reply, asking }: Drawing,
  typed: Typed,
  problems: Problems,
): Promise<FastifyReply> {
  const { actor } = visitorOf(request)
  const shown = await transaction(store, tx =>
    look(tx, actor, idFrom(request.params.person), { doing: 'look', place: 'review' }, async access =>
      mayWriteOf(access) ? { banner: await pageBanner(tx, access), isOwn: isThePerson(access) } : undefined,
    ),
  )
  if (!shown.ok || shown.value === undefined) throw notShown()
  const sent = sentWith(typed, problems, request.asked.say)
  return drawPage(request, reply, <AskPage {...shown.value} asking={asking} sent={sent} />, sent.problems ? 422 : 200)
}

interface AskPageProps {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly asking: Asking
  readonly sent: Sent
}

function AskPage({ banner, isOwn, asking, sent }: AskPageProps): JSX.Element {
  const { say } = useAsked()
  const title = say(asking.title)
  const all = `/people/${banner.personId}/plan/reviews`
  return (
    <Page
      title={title}
      problems={sent.problems}
      back={{ href: all, text: say(isOwn ? 'planReview.titleMine' : 'planReview.title') }}
      banner={<PersonBanner banner={banner} href={`/people/${banner.personId}`} />}
    >
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say(asking.lede)}</p>
      <form method="post" action={`${all}/${asking.name}`} noValidate>
        <Textarea
          name="words"
          label={say(asking.why)}
          labelSize="m"
          value={sent.typed.words}
          error={sent.problem(say, 'words')}
        />
        <LanguageRadios legend={say('planReview.language')} value={sent.typed.language ?? say.language} />
        <Button preventDoubleClick>{say(asking.send)}</Button>
      </form>
    </Page>
  )
}
