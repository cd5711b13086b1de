import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { isOwn } from '#record/sharing/trail/read.ts'
import { type OwnQuestion, ownQuestions } from '#work/privacy/read-questions.ts'
import { useAsked, useSay, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { sentenceOf } from '../looks/sentence.ts'
import type { WebMeans } from '../means.ts'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { QuestionCard } from '../question/question-card.tsx'

interface OnePerson {
  readonly Params: { readonly person: string }
  readonly Querystring: { readonly done?: string }
}

interface Shown {
  readonly banner: PageBanner
  readonly questions: readonly OwnQuestion[]
}

/** What the person has asked about looks at their record, and what was answered, for the person alone. */
export function questionsPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OnePerson>('/people/:person/questions', { for: 'citizens', does: 'look' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'questions' }, access => readShown(tx, access)),
    )
    if (!shown.ok || !shown.value.ok) throw notShown()
    const isSent = z.literal('sent').safeParse(request.query.done).success
    return drawPage(request, reply, <QuestionsPage shown={shown.value.value} isSent={isSent} />)
  })
}

async function readShown(tx: Tx, access: Access): Promise<Outcome<Shown, 'record.notShown'>> {
  if (!isOwn(access)) return refused('record.notShown')
  const banner = await pageBanner(tx, access)
  return done({ banner, questions: await ownQuestions(tx, access) })
}

function QuestionsPage({ shown: { banner, questions }, isSent }: { shown: Shown; isSent: boolean }): JSX.Element {
  const { say } = useAsked()
  const own = `/people/${banner.personId}`
  return (
    <Page
      title={say('question.title')}
      back={{ href: `${own}/looks`, text: say('question.askBack') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      {isSent && <NotificationBanner success message={say('question.sent')} />}
      <h1 class="nhsuk-heading-xl">{say('question.title')}</h1>
      <p class="nhsuk-lede-text">{say('question.intro')}</p>
      {questions.length === 0 && <p>{say('question.none')}</p>}
      <ol class="app-questions">
        {questions.map(({ question, entry }) => (
          <li key={question.id}>
            <QuestionCard question={question}>
              <AboutLook entry={entry} />
            </QuestionCard>
          </li>
        ))}
      </ol>
    </Page>
  )
}

function AboutLook({ entry }: Pick<OwnQuestion, 'entry'>): JSX.Element {
  const say = useSay()
  return (
    <p class="app-question__when">
      {say('question.about')}:{' '}
      {entry === undefined ? say('question.lookPutAway') : `${sentenceOf(say, entry)}, ${say.moment(entry.at)}`}
    </p>
  )
}
