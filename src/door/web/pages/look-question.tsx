import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { dayOf } from '#ground/day.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { ProblemError } from '#ground/problem.ts'
import { afterWorkingDays } from '#ground/working-days.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import type { TrailEntry } from '#record/sharing/trail/entry.ts'
import { findEntry } from '#record/sharing/trail/read.ts'
import { askAboutLook } from '#work/privacy/ask.ts'
import { answeringTeam, teamNames } from '#work/privacy/privacy-team.ts'
import { ANSWER_WORKING_DAYS } from '#work/privacy/question.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import { LookEntry } from '../looks/look-entry.tsx'
import type { WebMeans } from '../means.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { questionFields } from '../question/question-fields.ts'
import { QuestionForm } from '../question/question-form.tsx'
import { type Problems, problemsOf, type Typed, typedIn } from '../typed.ts'

const ASK = '/people/:person/looks/:entry/ask'

interface OneLook {
  readonly Params: { readonly person: string; readonly entry: string }
}

const Fields = questionFields('question.wordsMissing')

/** Asking about one look: a form, the same at the address it is sent to, so that it is found again after signing in. */
export function lookQuestionPage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OneLook>(ASK, { for: 'citizens', does: 'look', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return drawAsking(request, reply, store, { typed: kept, problems: {}, status: 200 })
  })

  routes.post<OneLook>(ASK, { for: 'citizens', does: ['write', 'look'] }, async (request, reply) => {
    const { personId, entryId } = aboutOf(request)
    const { actor } = visitorOf(request)
    const typed = typedIn(request.body)
    const parsed = Fields.safeParse(typed)
    if (!parsed.success)
      return drawAsking(request, reply, store, { typed, problems: problemsOf(parsed.error), status: 422 })
    const asked = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'write', place: 'question' }, access =>
        askAboutLook(tx, access, { ...parsed.data, entryId }),
      ),
    )
    if (!asked.ok) throw notShown()
    if (!asked.value.ok) throw new ProblemError(asked.value.problem, 404)
    return onward(reply, `/people/${personId}/questions?done=sent`)
  })
}

interface Form {
  readonly typed: Typed | undefined
  readonly problems: Problems
  readonly status: number
}

interface Shown {
  readonly banner: PageBanner
  readonly entry: TrailEntry
  readonly team: { readonly team: Bilingual; readonly organisation: Bilingual }
  readonly answerBy: string
  readonly formKey: string
}

async function drawAsking(
  request: FastifyRequest<OneLook>,
  reply: FastifyReply,
  store: Store,
  form: Form,
): Promise<FastifyReply> {
  const { personId, entryId } = aboutOf(request)
  const { actor } = visitorOf(request)
  const shown = await transaction(store, tx =>
    look(tx, actor, personId, { doing: 'look', place: 'looks' }, access => readShown(tx, access, entryId)),
  )
  if (!shown.ok || shown.value === undefined) throw notShown()
  return drawPage(request, reply, <AskPage shown={shown.value} form={form} />, form.status)
}

async function readShown(tx: Tx, access: Access, entryId: string): Promise<Shown | undefined> {
  const entry = await findEntry(tx, access, entryId)
  if (entry === undefined || entry.isThePerson) return undefined
  const banner = await pageBanner(tx, access)
  return {
    banner,
    entry,
    team: await teamNames(tx, await answeringTeam(tx, entry.organisationId)),
    answerBy: afterWorkingDays(dayOf(tx.now), ANSWER_WORKING_DAYS),
    formKey: tx.newId(),
  }
}

function AskPage({ shown, form }: { shown: Shown; form: Form }): JSX.Element {
  const { say, path } = useAsked()
  const { banner, entry, team, answerBy, formKey } = shown
  const own = `/people/${banner.personId}`
  const problems = listedProblems(say, form.problems)
  const title = say('question.askTitle')
  return (
    <Page
      title={title}
      problems={problems}
      back={{ href: `${own}/looks`, text: say('question.askBack') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      {form.typed !== undefined && problems.length === 0 && <NotificationBanner message={say('question.kept')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <h2 class="nhsuk-heading-m">{say.weekday(entry.at)}</h2>
      <ol class="app-looks">
        <LookEntry fold={{ entry, earlier: [] }} />
      </ol>
      <InsetText>
        <p>
          {say('question.askTo')} {say.of(team.team)}, {say.of(team.organisation)}
        </p>
        <p>{say('question.askClock', { day: say.day(answerBy) })}</p>
      </InsetText>
      <QuestionForm
        action={path}
        formKey={formKey}
        label={say('question.askWords')}
        hint={say('question.askHint')}
        send={say('question.askSend')}
        languageLabel={say('question.askLanguage')}
        words={firstWords()}
        language={say.language}
        typed={form.typed}
        problems={form.problems}
      />
    </Page>
  )

  function firstWords(): string {
    if (entry.isMachine) return say('question.askWhyMachine')
    return entry.allowed
      ? say('question.askWhy', { who: entry.who })
      : say('question.askWhyRefused', { who: entry.who })
  }
}

function aboutOf(request: FastifyRequest<OneLook>): { personId: string; entryId: string } {
  return { personId: idFrom(request.params.person), entryId: idFrom(request.params.entry) }
}
