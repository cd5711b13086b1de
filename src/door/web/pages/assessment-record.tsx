import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { readActing } from '#record/sharing/representative/read-acting.ts'
import { readContacts } from '#work/assessment/contact/read-contacts.ts'
import { mayRecord } from '#work/assessment/council.ts'
import { ASSESSMENT_CLASS, RECORD_PATHS, type RecordKind, TEXT_LENGTH_MAX } from '#work/assessment/record.ts'
import { replyTo } from '#work/assessment/reply.ts'
import { readAssessments } from '#work/assessment/statutory/read-assessments.ts'
import { readWhatMatters } from '#work/assessment/what-matters/read-what-matters.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { AssessmentBody, ContactBody, WhatMattersBody } from '../assessment/record-bodies.tsx'
import { Collected, Replies, ReplyForm, Ways, WrittenBy } from '../assessment/record-parts.tsx'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, problemsOf, type Typed, typedIn } from '../typed.ts'

interface OneRecord {
  readonly Params: {
    readonly person: string
    readonly contact?: string
    readonly talk?: string
    readonly assessment?: string
  }
  readonly Querystring: { readonly done?: string }
}

type Request = FastifyRequest<OneRecord>

const ReplyFields = z.object({
  agrees: z.enum(['yes', 'no'], { error: 'assessment.choose' }),
  words: z
    .string()
    .default('')
    .transform(text => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(TEXT_LENGTH_MAX, { error: 'assessment.textTooLong' })),
})

interface Tried {
  readonly typed: Typed
  readonly problems: Problems
}

/** One contact, one conversation or one assessment: every word of it, and what the person says of it. */
export function assessmentRecordPages(routes: Routes, { store, visits }: WebMeans): void {
  const draw = async (request: Request, reply: FastifyReply, tried?: Tried) => {
    const { actor } = visitorOf(request)
    const { personId, kind, id } = aboutOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'assessment' }, access => readShown(tx, access, kind, id)),
    )
    if (!shown.ok || shown.value === undefined) throw notShown()
    const status = Object.keys(tried?.problems ?? {}).length > 0 ? 422 : 200
    const isDone = request.query.done === 'kept'
    return drawPage(request, reply, <RecordPage shown={shown.value} isDone={isDone} tried={tried} />, status)
  }

  const answer = async (request: Request, reply: FastifyReply) => {
    const { actor } = visitorOf(request)
    const { personId, kind, id, path } = aboutOf(request)
    const typed = typedIn(request.body)
    const read = ReplyFields.safeParse(typed)
    if (!read.success) return draw(request, reply, { typed, problems: problemsOf(read.error) })
    const said = { kind, id, agrees: read.data.agrees === 'yes', words: read.data.words }
    const replied = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'write', place: 'assessment' }, access => replyTo(tx, access, said)),
    )
    if (!replied.ok) throw notShown()
    if (replied.value.ok) return onward(reply, `${path}?done=kept`)
    const { problem } = replied.value
    if (problem === 'assessment.notShown' || problem === 'assessment.notYours') throw notShown()
    return draw(request, reply, { typed, problems: { words: problem } })
  }

  const kept = async (request: Request, reply: FastifyReply) => {
    const typed = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(request, reply, typed && { typed, problems: {} })
  }

  const reads = { for: 'visitors', does: 'look' } as const
  routes.get<OneRecord>('/people/:person/contacts/:contact', reads, (request, reply) => draw(request, reply))
  routes.get<OneRecord>('/people/:person/what-matters/:talk', reads, (request, reply) => draw(request, reply))
  routes.get<OneRecord>('/people/:person/assessments/:assessment', reads, (request, reply) => draw(request, reply))
  for (const path of ['contacts/:contact', 'what-matters/:talk', 'assessments/:assessment']) {
    const at = `/people/:person/${path}/reply`
    routes.get<OneRecord>(at, { ...reads, changes: true }, kept)
    routes.post<OneRecord>(at, { for: 'citizens', does: ['write', 'look'] }, answer)
  }
}

function aboutOf({ params }: Request) {
  const { person, contact, talk, assessment } = params
  const kind: RecordKind = contact !== undefined ? 'contact' : talk !== undefined ? 'what-matters' : 'assessment'
  const id = idFrom(contact ?? talk ?? assessment ?? '')
  const personId = idFrom(person)
  return { personId, kind, id, path: `/people/${personId}/${RECORD_PATHS[kind]}/${id}` }
}

async function readShown(tx: Tx, access: Access, kind: RecordKind, id: string) {
  const byId = (one: { readonly id: string }) => one.id === id
  const contact = kind === 'contact' ? (await readContacts(tx, access)).find(byId) : undefined
  const talk = kind === 'what-matters' ? (await readWhatMatters(tx, access)).find(byId) : undefined
  const assessment = kind === 'assessment' ? (await readAssessments(tx, access)).find(byId) : undefined
  const record = contact ?? talk ?? assessment
  if (record === undefined) return undefined
  const acting = assessment === undefined ? undefined : await readActing(tx, access)
  const { actor } = access
  return {
    banner: await pageBanner(tx, access),
    isOwn: isThePerson(access),
    kind,
    record,
    contact,
    talk,
    assessment,
    findings: acting?.ok ? acting.value.findings : [],
    mayReply: actor.kind === 'citizen' && access.mayContribute(record.contributorId, ASSESSMENT_CLASS),
    mayWrite: assessment !== undefined && assessment.end === undefined && (await mayRecord(tx, access)).assessment,
  }
}

type Shown = NonNullable<Awaited<ReturnType<typeof readShown>>>

interface RecordPageProps {
  readonly shown: Shown
  readonly isDone: boolean
  readonly tried: Tried | undefined
}

function RecordPage({ shown, isDone, tried }: RecordPageProps): JSX.Element {
  const { say } = useAsked()
  const { banner, isOwn, kind, record, contact, talk, assessment } = shown
  const own = `/people/${banner.personId}`
  const title = say.code('assessment', `kind-${kind}`)
  const wrong = Object.entries(tried?.problems ?? {}).map(([field, key]) => ({ message: say.plain(key), field }))
  return (
    <Page
      title={title}
      problems={wrong}
      back={{ href: `${own}/assessments`, text: say(isOwn ? 'assessment.titleMine' : 'assessment.title') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      {isDone && <NotificationBanner success message={say('assessment.doneKept')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say.code('assessment', `${kind}-what`)}</p>
      <WrittenBy record={record} />
      {contact && <ContactBody contact={contact} own={own} />}
      {talk && <WhatMattersBody talk={talk} own={own} isOwn={isOwn} />}
      {assessment && <AssessmentBody assessment={assessment} findings={shown.findings} />}
      {shown.mayWrite && <WriteWays at={`${own}/assessments/${record.id}`} />}
      <Replies replies={record.replies} />
      {shown.mayReply && (
        <ReplyForm
          action={`${own}/${RECORD_PATHS[kind]}/${record.id}/reply`}
          typed={tried?.typed ?? {}}
          problems={tried?.problems ?? {}}
        />
      )}
      <Collected collected={record.collected} />
    </Page>
  )
}

function WriteWays({ at }: { at: string }): JSX.Element {
  const { say } = useAsked()
  return (
    <Ways>
      <li>
        <a href={`${at}/write`}>{say('assessment.toWrite')}</a>
      </li>
      <li>
        <a href={`${at}/eligibility`}>{say('assessment.toDetermine')}</a>
      </li>
      <li>
        <a href={`${at}/end`}>{say('assessment.toEnd')}</a>
      </li>
    </Ways>
  )
}
