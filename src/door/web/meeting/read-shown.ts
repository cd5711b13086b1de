import type { Tx } from '#ground/db/store.ts'
import { bannersOf } from '#record/chart/banner.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { workersOfTeam } from '#record/organisation/workers-of-team.ts'
import type { Access } from '#record/sharing/access.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import type { MayRead } from '#record/sharing/wish/who-may-read.ts'
import { agendaOf } from '#work/meeting/agenda.ts'
import { decisionsOf } from '#work/meeting/decide-at.ts'
import type { Case, Meeting } from '#work/meeting/meeting.ts'
import { casesOf, findMeeting } from '#work/meeting/read-meeting.ts'
import { findAsked } from '#work/meeting/say-asked.ts'
import { isOwnWords } from '#work/plan/plan.ts'
import { readPlan } from '#work/plan/read-plan.ts'
import { choicesFor } from '../conversation/choices.ts'
import type { ShownCase } from './case.ts'

/** What one of those who attend is shown of a meeting. */
export interface ShownMeeting {
  readonly meeting: Meeting
  readonly cases: readonly ShownCase[]
  readonly candidates: readonly MayRead[]
}

/** A meeting with those on its agenda of whom anything is open to the reader; undefined when they were not asked to it. */
export async function readShown(tx: Tx, worker: WorkerActor, meetingId: string): Promise<ShownMeeting | undefined> {
  const meeting = await findMeeting(tx, worker, meetingId)
  if (meeting === undefined) return undefined
  const about = await casesOf(tx, meetingId)
  const pairs = about.map(({ personId }) => ({ actor: worker, personId }))
  const cases = await lookAtMany(tx, pairs, { doing: 'look', place: 'meeting' }, accesses =>
    shownCases(tx, accesses, about),
  )
  const colleagues = (await workersOfTeam(tx, meeting.teamId)).map(({ accountId, name }) => ({ accountId, name }))
  return { meeting, cases, candidates: candidatesAmong(cases, colleagues) }
}

async function shownCases(tx: Tx, accesses: readonly Access[], about: readonly Case[]): Promise<ShownCase[]> {
  const banners = await bannersOf(tx, accesses)
  const shown: ShownCase[] = []
  for (const [at, access] of accesses.entries()) {
    const { id } = about.find(({ personId }) => personId === access.personId)!
    shown.push({
      id,
      personId: access.personId,
      name: banners[at]?.name ?? '',
      ownWords: (await readPlan(tx, access)).filter(isOwnWords),
      lines: await agendaOf(tx, access),
      asked: await findAsked(tx, access, id),
      decisions: await decisionsOf(tx, access, id),
      choices: await choicesFor(tx, access),
    })
  }
  return shown
}

/** Workers by name who may read what this reader may write about one of them, and the team's own. */
function candidatesAmong(
  cases: readonly ShownCase[],
  colleagues: readonly { readonly accountId: string; readonly name: string }[],
): MayRead[] {
  const readers = cases.flatMap(({ choices }) => choices.parts.flatMap(part => part.readers))
  const workers = readers.filter(({ accountId, seat }) => accountId !== undefined && seat !== undefined)
  const once = new Map(workers.map(worker => [worker.accountId, worker]))
  for (const { accountId, name } of colleagues)
    if (!once.has(accountId))
      once.set(accountId, { isThePerson: false, isRepresentative: false, accountId, name, seat: undefined })
  return [...once.values()]
}
