import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Routes } from '#door/route/routes.ts'
import { momentAt } from '#ground/closing-time.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { bannersOf } from '#record/chart/banner.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { peopleOf } from '#record/sharing/relationship/ties.ts'
import { agendaOf } from '#work/meeting/agenda.ts'
import type { MeetingProblem } from '#work/meeting/meeting.ts'
import { planMeeting } from '#work/meeting/plan-meeting.ts'
import { onward, visitorOf, workerOf } from '../asked.ts'
import { dayIn } from '../day-field.ts'
import { drawPage } from '../draw.tsx'
import type { WebMeans } from '../means.ts'
import { type Candidate, MeetingPlanPage } from '../meeting/meeting-plan-page.tsx'
import { notShown } from '../person/person-id.ts'
import { type Problems, type Typed, typedIn } from '../typed.ts'

const PAGE = '/meetings/plan'

/** A worker plans a meeting of their team: when, and about whom, those first of whom something is due or stuck. */
export function meetingPlanPage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get(PAGE, { for: 'workers', does: 'list', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(store, request, reply, { typed: kept ?? {}, problems: {} })
  })

  routes.post(PAGE, { for: 'workers', does: 'list' }, async (request, reply) => {
    const worker = workerOf(request)
    const typed = typedIn(request.body)
    const planned = await transactionInTurn(store, async tx => {
      const people = (await peopleOf(tx, worker)).filter(id => typed[`person-${id}`] !== undefined)
      const pairs = people.map(personId => ({ actor: worker, personId }))
      return lookAtMany(tx, pairs, { doing: 'list', place: 'meeting' }, accesses =>
        planMeeting(tx, worker, accesses, { beginsAt: beginsIn(typed), key: typed.key ?? '' }),
      )
    })
    if (planned.ok) return onward(reply, `/meetings/${planned.value}`)
    return draw(store, request, reply, { typed, problems: { [FIELDS[planned.problem]]: planned.problem } })
  })
}

/** The moment that the boxes of the day and the time say; undefined when they say none. */
function beginsIn(typed: Typed): Date | undefined {
  const day = dayIn(typed, 'day')
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec((typed.time ?? '').trim()) ?? []
  return day === undefined || hours === undefined ? undefined : momentAt(day, Number(hours) * 60 + Number(minutes))
}

const FIELDS: Readonly<Record<MeetingProblem, string>> = {
  'meeting.notShown': 'form',
  'meeting.noTeam': 'form',
  'meeting.nobodyChosen': 'people',
  'meeting.tooMany': 'people',
  'meeting.timeMissing': 'day-day',
  'meeting.timeBefore': 'day-day',
  'meeting.notNoteTaker': 'form',
  'meeting.attendeeMissing': 'form',
  'meeting.whyNotAsked': 'form',
  'meeting.wordsTooLong': 'form',
}

async function draw(
  store: Store,
  request: FastifyRequest,
  reply: FastifyReply,
  form: { readonly typed: Typed; readonly problems: Problems },
): Promise<FastifyReply> {
  const worker = workerOf(request)
  if (worker.teamId === undefined) throw notShown()
  const candidates = await transaction(store, tx => candidatesFor(tx, worker))
  const status = Object.keys(form.problems).length > 0 ? 422 : 200
  return drawPage(
    request,
    reply,
    <MeetingPlanPage candidates={candidates} formKey={store.chance.id()} {...form} />,
    status,
  )
}

/** Everybody the worker has to do with, those first of whom most is due or stuck. */
async function candidatesFor(tx: Tx, worker: WorkerActor): Promise<Candidate[]> {
  const pairs = (await peopleOf(tx, worker)).map(personId => ({ actor: worker, personId }))
  const candidates = await lookAtMany(tx, pairs, { doing: 'list', place: 'meeting' }, async accesses => {
    const banners = await bannersOf(tx, accesses)
    const found: Candidate[] = []
    for (const [at, access] of accesses.entries()) {
      const reasons = (await agendaOf(tx, access)).map(({ reason }) => reason)
      found.push({ personId: access.personId, name: banners[at]?.name ?? '', reasons: [...new Set(reasons)] })
    }
    return found
  })
  return candidates.toSorted((one, other) => other.reasons.length - one.reasons.length)
}
