import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import { answerOffer, type LanguageAnswer, mayAnswer, readLanguageAnswer } from '#record/chart/language-answer.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { type Speaker, speakersAround } from '#work/active-offer/speakers.ts'
import { AnswerForm, OfferForm } from '../active-offer/answer-form.tsx'
import { answerKey } from '../active-offer/answer-words.ts'
import { SpeakersList } from '../active-offer/speakers-list.tsx'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, problemsOf, type Typed, typedIn } from '../typed.ts'

const OFFER = '/people/:person/language'

interface OnePerson {
  readonly Params: { readonly person: string }
  readonly Querystring: { readonly done?: string }
}

interface Shown {
  readonly banner: PageBanner
  readonly answer: LanguageAnswer | undefined
  readonly speakers: readonly Speaker[]
  readonly mayAnswer: boolean
  readonly isOwn: boolean
}

/** The Active Offer to one person: made once, answered, and who on the team speaks the language. */
export function activeOfferPage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OnePerson>(OFFER, { for: 'visitors', does: 'look', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(request, reply, store, { typed: kept ?? {}, problems: {} })
  })

  routes.post<OnePerson>(OFFER, { for: 'visitors', does: ['write', 'look'] }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const typed = typedIn(request.body)
    const read = AnswerForm.safeParse(typed)
    if (!read.success) return draw(request, reply, store, { typed, problems: problemsOf(read.error) })
    const did = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'write', place: 'language' }, access => answerOffer(tx, access, read.data)),
    )
    if (!did.ok || !did.value.ok) throw notShown()
    return onward(reply, `/people/${personId}/language?done=kept`)
  })
}

interface Sent {
  readonly typed: Typed
  readonly problems: Problems
}

async function draw(request: FastifyRequest<OnePerson>, reply: FastifyReply, store: Store, sent: Sent) {
  const { actor } = visitorOf(request)
  const shown = await transaction(store, tx =>
    look(tx, actor, idFrom(request.params.person), { doing: 'look', place: 'language' }, access => read(tx, access)),
  )
  if (!shown.ok || shown.value === undefined) throw notShown()
  const isDone = request.query.done === 'kept'
  const status = Object.keys(sent.problems).length > 0 ? 422 : 200
  return drawPage(request, reply, <OfferPage shown={shown.value} sent={sent} isDone={isDone} />, status)
}

/** Undefined for whoever may not know who the person is. */
async function read(tx: Tx, access: Access): Promise<Shown | undefined> {
  if (!access.opens('demographics')) return undefined
  return {
    banner: await pageBanner(tx, access),
    answer: await readLanguageAnswer(tx, access),
    speakers: await speakersAround(tx, access),
    mayAnswer: mayAnswer(access),
    isOwn: access.grants.some(({ because }) => because.kind === 'own'),
  }
}

function OfferPage({ shown, sent, isDone }: { shown: Shown; sent: Sent; isDone: boolean }): JSX.Element {
  const { say, path } = useAsked()
  const { banner, answer, isOwn } = shown
  const own = `/people/${banner.personId}`
  const title = say('activeOffer.title')
  const wrong = listedProblems(say, sent.problems)
  return (
    <Page
      title={title}
      problems={wrong}
      back={{ href: own, text: say('person.title') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      {isDone && <NotificationBanner success message={say('activeOffer.saved')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say(isOwn ? 'activeOffer.lede' : 'activeOffer.ledeWorker')}</p>
      {answer === undefined ? <InsetText>{say('activeOffer.notYet')}</InsetText> : <Answer answer={answer} />}
      {shown.mayAnswer && (
        <OfferForm
          typed={Object.keys(sent.typed).length > 0 ? sent.typed : typedFrom(answer)}
          problems={sent.problems}
          isOwn={isOwn}
          path={path.split('?')[0] ?? path}
        />
      )}
      <SpeakersList speakers={shown.speakers} answer={answer} />
    </Page>
  )
}

function Answer({ answer }: { answer: LanguageAnswer }): JSX.Element {
  const { say } = useAsked()
  const { need, needWords } = answer
  return (
    <InsetText>
      <p class="nhsuk-heading-m">{say.plain(answerKey(answer))}</p>
      {need !== undefined && (
        <p>
          {say('activeOffer.why')}: {say.code('languageNeed', need)}
        </p>
      )}
      {needWords !== undefined && <p class="app-lines">{needWords}</p>}
      <p class="nhsuk-hint">
        {say('activeOffer.answered', { name: answer.answeredByName, day: say.day(answer.answeredAt) })}
      </p>
    </InsetText>
  )
}

/** What is known already is not asked for again. */
function typedFrom(answer: LanguageAnswer | undefined): Typed {
  if (answer === undefined) return {}
  const { spoken, written, need, isNeed, needWords } = answer
  return {
    spoken,
    written,
    needWords: needWords ?? '',
    ...(isNeed === (need !== undefined) && { need: need ?? 'none' }),
  }
}
