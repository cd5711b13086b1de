import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { LANGUAGES } from '#ground/language/say.ts'
import type { Outcome } from '#ground/outcome.ts'
import { ProblemError } from '#ground/problem.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { CONVERSATION_CLASSES, type ConversationProblem, ENTRY_LENGTH_MAX } from '#work/conversation/conversation.ts'
import { attend, invite, takeNotes } from '#work/meeting/attend.ts'
import { decideAt } from '#work/meeting/decide-at.ts'
import {
  ASKED,
  ASKED_LENGTH_MAX,
  ATTENDANCE_TOPIC,
  CAME_OF_IT,
  MEETING_TOPIC,
  type MeetingProblem,
  WAYS,
} from '#work/meeting/meeting.ts'
import { findCase } from '#work/meeting/read-meeting.ts'
import { sayAsked } from '#work/meeting/say-asked.ts'
import { onward, workerOf } from '../asked.ts'
import { FIELDS } from '../conversation/fields.ts'
import { dayIn } from '../day-field.ts'
import { drawPage } from '../draw.tsx'
import type { WebMeans } from '../means.ts'
import type { FilledCase } from '../meeting/case.ts'
import { MeetingPage } from '../meeting/meeting-page.tsx'
import { readShown } from '../meeting/read-shown.ts'
import { tellAttendance, tellDecisions } from '../meeting/tell.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { problemsOf, type Typed, typedIn, wordsField } from '../typed.ts'

const PAGE = '/meetings/:meeting'
const CASE = `${PAGE}/cases/:case`

interface OneMeeting {
  readonly Params: { readonly meeting: string }
}

interface OneCase {
  readonly Params: { readonly meeting: string; readonly case: string }
}

/** One meeting around the table: who is there, whom it is about, and what is decided, on every screen at once. */
export function meetingPage(routes: Routes, means: WebMeans): void {
  const { store, live } = means
  routes.get<OneMeeting>(PAGE, { for: 'workers', does: 'look' }, (request, reply) =>
    draw(store, request, reply, undefined),
  )
  routes.get<OneMeeting>(`${PAGE}/live`, { for: 'workers', does: 'tell' }, (request, reply) =>
    live.open(request, reply, { topic: 'meeting', meetingId: idFrom(request.params.meeting) }),
  )
  live.tell(MEETING_TOPIC, 'meeting', (tx, ids, watchers) => tellDecisions(tx, live, ids, watchers))
  live.tell(ATTENDANCE_TOPIC, 'meeting', (tx, ids, watchers) => tellAttendance(tx, live, ids, watchers))
  attendingForms(routes, store)
  caseForms(routes, store)
}

const Attend = z.object({ way: z.enum(WAYS) })

function attendingForms(routes: Routes, store: Store): void {
  routes.post<OneMeeting>(`${PAGE}/attend`, { for: 'workers', does: 'nothing' }, async (request, reply) => {
    const sent = Attend.safeParse(typedIn(request.body))
    if (!sent.success) throw new ProblemError('problem.notUnderstood', 400)
    const { way } = sent.data
    return answered(request, reply, tx => attend(tx, workerOf(request), { meetingId: meetingOf(request), way }))
  })

  routes.post<OneMeeting>(`${PAGE}/notes`, { for: 'workers', does: 'nothing' }, async (request, reply) =>
    answered(request, reply, tx => takeNotes(tx, workerOf(request), meetingOf(request))),
  )

  routes.post<OneMeeting>(`${PAGE}/invite`, { for: 'workers', does: 'nothing' }, async (request, reply) => {
    const { account } = typedIn(request.body)
    const accountId = z.uuid().safeParse(account).data
    return answered(request, reply, tx => invite(tx, workerOf(request), { meetingId: meetingOf(request), accountId }))
  })

  async function answered(
    request: FastifyRequest<OneMeeting>,
    reply: FastifyReply,
    act: (tx: Tx) => Promise<Outcome<undefined, MeetingProblem>>,
  ): Promise<FastifyReply> {
    const did = await transactionInTurn(store, act)
    if (!did.ok && did.problem === 'meeting.notShown') throw notShown()
    return onward(reply, `/meetings/${meetingOf(request)}`)
  }
}

const Decide = z.object({
  words: wordsField({
    missing: 'conversation.wordsMissing',
    tooLong: 'conversation.wordsTooLong',
    lengthMax: ENTRY_LENGTH_MAX,
  }),
  language: z.enum(LANGUAGES, { error: 'conversation.languageMissing' }),
  part: z.enum(CONVERSATION_CLASSES, { error: 'conversation.partMissing' }),
  doer: z.union([z.uuid(), z.literal('').transform(() => undefined)]).catch(undefined),
  key: z.string().max(100).default(''),
})

const Asked = z.object({
  whom: z.enum(ASKED, { error: 'meeting.askedMissing' }),
  cameOfIt: z.enum(CAME_OF_IT, { error: 'meeting.askedMissing' }),
  words: z
    .string()
    .default('')
    .transform(text => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(ASKED_LENGTH_MAX, { error: 'meeting.wordsTooLong' })),
})

function caseForms(routes: Routes, store: Store): void {
  routes.post<OneCase>(`${CASE}/decide`, { for: 'workers', does: ['write', 'look'] }, async (request, reply) => {
    const typed = typedIn(request.body)
    const read = Decide.safeParse(typed)
    if (!read.success) return again(request, reply, { form: 'decide', typed, problems: problemsOf(read.error) })
    const { part: dataClass, doer: ownerId, ...said } = read.data
    const decides = { ownerId, dueOn: dayIn(typed, 'due') }
    return written(request, reply, { form: 'decide', typed }, (tx, access) =>
      decideAt(tx, access, request.params.case, { ...said, dataClass, decides }),
    )
  })

  routes.post<OneCase>(`${CASE}/asked`, { for: 'workers', does: ['write', 'look'] }, async (request, reply) => {
    const typed = typedIn(request.body)
    const read = Asked.safeParse(typed)
    if (!read.success) return again(request, reply, { form: 'asked', typed, problems: problemsOf(read.error) })
    return written(request, reply, { form: 'asked', typed }, (tx, access) =>
      sayAsked(tx, access, { caseId: request.params.case, ...read.data }),
    )
  })

  async function written(
    request: FastifyRequest<OneCase>,
    reply: FastifyReply,
    form: { readonly form: FilledCase['form']; readonly typed: Typed },
    act: (tx: Tx, access: Access) => Promise<Outcome<unknown, MeetingProblem | ConversationProblem>>,
  ): Promise<FastifyReply> {
    const caseId = idFrom(request.params.case)
    const did = await transactionInTurn(store, async tx => {
      const about = await findCase(tx, caseId)
      if (about === undefined || about.meetingId !== meetingOf(request)) throw notShown()
      const asking = { doing: 'write', place: 'meeting' } as const
      return look(tx, workerOf(request), about.personId, asking, access => act(tx, access))
    })
    if (!did.ok || (!did.value.ok && did.value.problem === 'meeting.notShown')) throw notShown()
    if (did.value.ok) return onward(reply, `/meetings/${meetingOf(request)}#case-${caseId}`)
    const { problem } = did.value
    return again(request, reply, { ...form, problems: { [fieldOf(problem)]: problem } })
  }

  function again(
    request: FastifyRequest<OneCase>,
    reply: FastifyReply,
    filled: Omit<FilledCase, 'caseId'>,
  ): Promise<FastifyReply> {
    return draw(store, request, reply, { caseId: idFrom(request.params.case), ...filled })
  }
}

/** The field at which each refusal of a case's forms is said. */
function fieldOf(problem: MeetingProblem | ConversationProblem): string {
  if (problem === 'meeting.whyNotAsked' || problem === 'meeting.wordsTooLong') return 'said'
  if (problem.startsWith('meeting.')) return 'form'
  return FIELDS[problem as ConversationProblem].replace('due-day', 'due')
}

function meetingOf(request: FastifyRequest<OneMeeting>): string {
  return idFrom(request.params.meeting)
}

async function draw(
  store: Store,
  request: FastifyRequest<OneMeeting>,
  reply: FastifyReply,
  filled: FilledCase | undefined,
): Promise<FastifyReply> {
  const shown = await transaction(store, tx => readShown(tx, workerOf(request), meetingOf(request)))
  if (shown === undefined) throw notShown()
  const page = <MeetingPage {...shown} formKey={store.chance.id()} filled={filled} />
  return drawPage(request, reply, page, filled === undefined ? 200 : 422)
}
