import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import { answerQuestion } from '#work/privacy/answer.ts'
import { type AskedQuestion, openQuestion } from '#work/privacy/read-questions.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { LookFacts } from '../privacy/look-facts.tsx'
import { officerOf } from '../privacy/officer.ts'
import { questionFields } from '../question/question-fields.ts'
import { QuestionForm } from '../question/question-form.tsx'
import { QuestionTag } from '../question/question-tag.tsx'
import { type Problems, problemsOf, type Typed, typedIn } from '../typed.ts'

const QUESTION = '/privacy-office/questions/:question'

interface OneQuestion {
  readonly Params: { readonly question: string }
}

const Fields = questionFields('question.answerMissing')

/** One question about a look, for an officer of the team it was put to, and the answer to it. */
export function privacyQuestionPages(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OneQuestion>(
    QUESTION,
    { for: ['privacy-officer'], does: 'look', changes: true },
    async (request, reply) => {
      const kept = await visits.takeHeldForm(visitorOf(request), request.url)
      return drawQuestion(request, reply, store, { typed: kept, problems: {}, status: 200 })
    },
  )

  routes.post<OneQuestion>(QUESTION, { for: ['privacy-officer'], does: ['write', 'look'] }, async (request, reply) => {
    const officer = officerOf(request)
    const questionId = idFrom(request.params.question)
    const typed = typedIn(request.body)
    const parsed = Fields.safeParse(typed)
    if (!parsed.success)
      return drawQuestion(request, reply, store, { typed, problems: problemsOf(parsed.error), status: 422 })
    const answered = await transaction(store, tx => answerQuestion(tx, officer, { ...parsed.data, questionId }))
    if (answered.ok) return onward(reply, '/privacy-office?done=answered')
    if (answered.problem === 'question.notShown') throw notShown()
    return drawQuestion(request, reply, store, { typed, problems: { form: answered.problem }, status: 409 })
  })
}

interface Form {
  readonly typed: Typed | undefined
  readonly problems: Problems
  readonly status: number
}

async function drawQuestion(
  request: FastifyRequest<OneQuestion>,
  reply: FastifyReply,
  store: Store,
  form: Form,
): Promise<FastifyReply> {
  const officer = officerOf(request)
  const questionId = idFrom(request.params.question)
  const asked = await transaction(store, tx => openQuestion(tx, officer, questionId))
  if (!asked.ok) throw notShown()
  return drawPage(request, reply, <QuestionPage asked={asked.value} form={form} />, form.status)
}

function QuestionPage({ asked: { question, look }, form }: { asked: AskedQuestion; form: Form }): JSX.Element {
  const { say, path } = useAsked()
  const problems = listedProblems(say, form.problems)
  const title = say('privacyOffice.question')
  return (
    <Page title={title} problems={problems} back={{ href: '/privacy-office', text: say('privacyOffice.back') }}>
      {form.typed !== undefined && problems.length === 0 && <NotificationBanner message={say('question.kept')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p>
        <QuestionTag question={question} /> {say('privacyOffice.due')} {say.weekday(question.answerBy)}
      </p>
      <h2 class="nhsuk-heading-m">{say('privacyOffice.theirWords')}</h2>
      <div class="app-question">
        <p class="app-question__words" lang={question.language}>
          {question.words}
        </p>
        <p class="app-question__when">
          {question.askedBy}, {say.weekday(question.askedAt)}
        </p>
      </div>
      <h2 class="nhsuk-heading-m">{say('privacyOffice.lookAt')}</h2>
      <LookFacts look={look} />
      <InsetText>{say('privacyOffice.inTrail')}</InsetText>
      {question.answer === undefined ? (
        <QuestionForm
          action={path}
          label={say('privacyOffice.answer')}
          hint={say('privacyOffice.answerHint')}
          send={say('privacyOffice.send')}
          languageLabel={say('privacyOffice.answerLanguage')}
          words=""
          language={question.language}
          typed={form.typed}
          problems={form.problems}
        />
      ) : (
        <>
          <h2 class="nhsuk-heading-m">{say('privacyOffice.answer')}</h2>
          <p class="app-question__words" lang={question.answer.language}>
            {question.answer.words}
          </p>
        </>
      )}
    </Page>
  )
}
