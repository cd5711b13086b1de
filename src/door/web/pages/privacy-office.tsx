import type { FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { claimedTies, type TieClaim } from '#record/sharing/relationship/claim.ts'
import { deferralsBy } from '#record/sharing/trail/deferral.ts'
import { type Inquiry, inquiriesBy, type Unexplained, unexplainedFor } from '#work/privacy/inquiry.ts'
import { checkedTheTrail } from '#work/privacy/officer-trail.ts'
import { answeredForIds, answeredForNames, type PrivacyOfficer } from '#work/privacy/privacy-team.ts'
import type { Question } from '#work/privacy/question.ts'
import { questionsFor } from '#work/privacy/read-questions.ts'
import { useAsked, useSay } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Table } from '../parts/table.tsx'
import { ClaimsSection } from '../privacy/claims-section.tsx'
import { FindingsSection, InquiriesSection } from '../privacy/findings-section.tsx'
import { officerOf } from '../privacy/officer.ts'
import { QuestionTag } from '../question/question-tag.tsx'

interface Office {
  readonly answersFor: readonly { readonly name: Bilingual }[]
  readonly waiting: readonly Question[]
  readonly answered: readonly Question[]
  readonly unexplained: Unexplained
  readonly inquiries: readonly Inquiry[]
  /** How many deferrals of the team stand. */
  readonly deferrals: number
  readonly claims: readonly TieClaim[]
}

/** Where a privacy officer begins: what people ask, and what stands out. It names nobody whose record was looked at. */
export function privacyOfficePages(routes: Routes, { store }: WebMeans): void {
  routes.get('/privacy-office', { for: ['privacy-officer'], does: 'look' }, async (request, reply) => {
    const officer = officerOf(request)
    const office = await transaction(store, tx => readOffice(tx, officer))
    return drawPage(request, reply, <OfficePage office={office} done={doneIn(request)} />)
  })
}

const DONE = { answered: 'privacyOffice.answered', noted: 'privacyOffice.noted' } as const

/** What the officer has just done on the page before. Anything else in the address says nothing. */
function doneIn({ query }: FastifyRequest): keyof typeof DONE | undefined {
  return z.object({ done: z.enum(['answered', 'noted']) }).safeParse(query).data?.done
}

async function readOffice(tx: Tx, officer: PrivacyOfficer): Promise<Office> {
  await checkedTheTrail(tx, officer, undefined)
  return {
    answersFor: await answeredForNames(tx, officer.teamId),
    ...(await questionsFor(tx, officer)),
    unexplained: await unexplainedFor(tx, officer),
    inquiries: await inquiriesBy(tx, officer),
    deferrals: (await deferralsBy(tx, officer.teamId)).filter(({ endsAt }) => endsAt > tx.now).length,
    claims: await claimedTies(tx, await answeredForIds(tx, officer.teamId)),
  }
}

function OfficePage({ office, done }: { office: Office; done: keyof typeof DONE | undefined }): JSX.Element {
  const say = useSay()
  const organisations = office.answersFor.map(({ name }) => say.of(name)).join(', ')
  return (
    <Page title={say('privacyOffice.title')}>
      {done !== undefined && <NotificationBanner success message={say(DONE[done])} />}
      <h1 class="nhsuk-heading-xl">{say('privacyOffice.title')}</h1>
      <p class="nhsuk-lede-text">{say('privacyOffice.lede')}</p>
      <p>{say('privacyOffice.answersFor', { organisations })}</p>
      <InsetText>{say('privacyOffice.inTrail')}</InsetText>
      <h2 class="nhsuk-heading-l">{say('privacyOffice.waiting', { count: office.waiting.length })}</h2>
      {office.waiting.length === 0 ? (
        <p>{say('privacyOffice.noneWaiting')}</p>
      ) : (
        <Questions
          questions={office.waiting}
          caption={say('privacyOffice.waiting', { count: office.waiting.length })}
        />
      )}
      <FindingsSection unexplained={office.unexplained} />
      <p>
        <a href="/privacy-office/deferrals">{say('deferral.title')}</a>:{' '}
        {say('deferral.standing', { count: office.deferrals })}
      </p>
      <p>
        <a href="/privacy-office/identities">{say('identityFact.title')}</a>
      </p>
      <InquiriesSection inquiries={office.inquiries} />
      <ClaimsSection claims={office.claims} />
      {office.answered.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">{say('privacyOffice.answeredLately')}</h2>
          <Questions questions={office.answered} caption={say('privacyOffice.answeredLately')} />
        </>
      )}
    </Page>
  )
}

function Questions({ questions, caption }: { questions: readonly Question[]; caption: string }): JSX.Element {
  const { say } = useAsked()
  return (
    <Table
      caption={caption}
      captionClass="nhsuk-u-visually-hidden"
      responsive
      columns={[
        { heading: say('privacyOffice.from'), width: 'one-half' },
        { heading: say('privacyOffice.due') },
        { heading: say('privacyOffice.standing') },
      ]}
      rows={questions.map(question => ({
        cells: [
          {
            content: (
              <a href={`/privacy-office/questions/${question.id}`} lang={question.language}>
                {shortened(question.words)}
              </a>
            ),
          },
          say.weekday(question.answerBy),
          { content: <QuestionTag question={question} /> },
        ],
      }))}
    />
  )
}

/** As much of a question as names it in a list, characters. */
const SHORT_LENGTH = 120

function shortened(words: string): string {
  return words.length <= SHORT_LENGTH ? words : `${words.slice(0, SHORT_LENGTH).trimEnd()}…`
}
