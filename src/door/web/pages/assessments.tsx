import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { dayOf } from '#ground/day.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { readContacts } from '#work/assessment/contact/read-contacts.ts'
import { mayRecord } from '#work/assessment/council.ts'
import { RECORD_PATHS, type Recorded, type RecordKind } from '#work/assessment/record.ts'
import type { Assessment } from '#work/assessment/statutory/assessment.ts'
import { readAssessments } from '#work/assessment/statutory/read-assessments.ts'
import { readWhatMatters } from '#work/assessment/what-matters/read-what-matters.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { useAsked, visitorOf } from '../asked.ts'
import { AssessmentStatus } from '../assessment/assessment-status.tsx'
import { contactForm } from '../assessment/contact-form.tsx'
import { determineForm } from '../assessment/determine-form.tsx'
import { formPages } from '../assessment/form-pages.tsx'
import { Clock } from '../assessment/record-bodies.tsx'
import { Ways } from '../assessment/record-parts.tsx'
import { beginForm, endForm, writeForm } from '../assessment/statutory-forms.tsx'
import { whatMattersForm } from '../assessment/what-matters-form.tsx'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'

/** Everything of the three kinds that was written about somebody, what is open first; and the forms to write more. */
export function assessmentsPages(routes: Routes, means: WebMeans): void {
  routes.get<{ Params: { person: string } }>(
    '/people/:person/assessments',
    { for: 'visitors', does: 'look' },
    async (request, reply) => {
      const personId = idFrom(request.params.person)
      const { actor } = visitorOf(request)
      const shown = await transaction(means.store, tx =>
        look(tx, actor, personId, { doing: 'look', place: 'assessment' }, access => readShown(tx, access)),
      )
      if (!shown.ok) throw notShown()
      return drawPage(request, reply, <AssessmentsPage shown={shown.value} />)
    },
  )
  const at = (below: string) => `/people/:person/${below}`
  formPages(routes, means, at(contactForm.at), contactForm)
  formPages(routes, means, at(whatMattersForm.at), whatMattersForm)
  formPages(routes, means, at(beginForm.at), beginForm)
  formPages(routes, means, at(writeForm.at), writeForm)
  formPages(routes, means, at(determineForm.at), determineForm)
  formPages(routes, means, at(endForm.at), endForm)
}

async function readShown(tx: Tx, access: Access) {
  return {
    banner: await pageBanner(tx, access),
    isOwn: isThePerson(access),
    may: await mayRecord(tx, access),
    assessments: await readAssessments(tx, access),
    talks: await readWhatMatters(tx, access),
    contacts: await readContacts(tx, access),
  }
}

type Shown = Awaited<ReturnType<typeof readShown>>

function AssessmentsPage({ shown }: { shown: Shown }): JSX.Element {
  const { say } = useAsked()
  const { banner, isOwn, may, assessments, talks, contacts } = shown
  const title = say(isOwn ? 'assessment.titleMine' : 'assessment.title')
  const own = `/people/${banner.personId}`
  const all = [
    ...assessments.map(record => ({
      kind: 'assessment' as const,
      record,
      begins: record.written?.outcomes ?? '',
      assessment: record,
    })),
    ...talks.map(record => ({ kind: 'what-matters' as const, record, begins: record.words })),
    ...contacts.map(record => ({ kind: 'contact' as const, record, begins: record.about })),
  ].sort((one, other) => other.record.at.getTime() - one.record.at.getTime())
  return (
    <Page
      title={title}
      back={{ href: isOwn ? `${own}/plan` : own, text: say(isOwn ? 'plan.mine' : 'person.title') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say(isOwn ? 'assessment.ledeMine' : 'assessment.lede')}</p>
      {(may.contact || may.whatMatters || may.assessment) && (
        <Ways>
          {may.contact && (
            <li>
              <a href={`${own}/contacts/new`}>{say('assessment.toTake')}</a>
            </li>
          )}
          {may.whatMatters && (
            <li>
              <a href={`${own}/what-matters/new`}>{say('assessment.toHold')}</a>
            </li>
          )}
          {may.assessment && (
            <li>
              <a href={`${own}/assessments/new`}>{say('assessment.toBegin')}</a>
            </li>
          )}
        </Ways>
      )}
      {assessments
        .filter(({ end }) => end === undefined)
        .map(assessment => (
          <section key={assessment.id} class="app-record">
            <h2 class="nhsuk-heading-m">
              <a href={`${own}/assessments/${assessment.id}`}>{say('assessment.kindAssessment')}</a>
            </h2>
            <Clock assessment={assessment} />
          </section>
        ))}
      {all.length === 0 && <p>{say('assessment.none')}</p>}
      <ul class="app-records">
        {all.map(row => (
          <RecordRow key={row.record.id} {...row} own={own} />
        ))}
      </ul>
    </Page>
  )
}

interface RecordRowProps {
  readonly kind: RecordKind
  readonly record: Recorded
  /** How it begins, so that one is told from another. */
  readonly begins: string
  readonly assessment?: Assessment
  readonly own: string
}

const BEGINS_LENGTH = 140

function RecordRow({ kind, record, begins, assessment, own }: RecordRowProps): JSX.Element {
  const { say } = useAsked()
  return (
    <li class="app-record">
      <h2 class="nhsuk-heading-s">
        <a href={`${own}/${RECORD_PATHS[kind]}/${record.id}`}>
          {say.code('assessment', `kind-${kind}`)}, {say.day(dayOf(record.at))}
        </a>
      </h2>
      <p class="app-item__written">
        {record.by}, {say.of(record.team ?? record.organisation)}
      </p>
      {assessment && (
        <p>
          <AssessmentStatus assessment={assessment} />
        </p>
      )}
      {begins !== '' && (
        <p lang={record.language}>{begins.length > BEGINS_LENGTH ? `${begins.slice(0, BEGINS_LENGTH)}…` : begins}</p>
      )}
    </li>
  )
}
