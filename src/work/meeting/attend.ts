import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { workersOfAccount } from '#record/organisation/workers-of-team.ts'
import { ATTENDANCE_TOPIC, type Meeting, type MeetingProblem, type Way } from './meeting.ts'
import { findMeeting } from './read-meeting.ts'

/** Asks somebody to a meeting, in the first post they hold. Any of those who attend may. Run it in turn. */
export async function invite(
  tx: Tx,
  worker: WorkerActor,
  { meetingId, accountId }: { readonly meetingId: string; readonly accountId: string | undefined },
): Promise<Outcome<undefined, MeetingProblem>> {
  const meeting = await heldMeeting(tx, worker, meetingId)
  if (meeting === undefined) return refused('meeting.notShown')
  const [who] = accountId === undefined ? [] : await workersOfAccount(tx, accountId)
  if (who === undefined) return refused('meeting.attendeeMissing')
  if (meeting.attendees.some(one => one.accountId === accountId)) return done(undefined)
  await say(tx, worker, { meetingId, who, way: 'invited' })
  return done(undefined)
}

/** Says that one is there, has joined by video, or cannot come. Whoever was not asked and is of the team is asked by it. */
export async function attend(
  tx: Tx,
  worker: WorkerActor,
  { meetingId, way }: { readonly meetingId: string; readonly way: Way },
): Promise<Outcome<undefined, MeetingProblem>> {
  if ((await heldMeeting(tx, worker, meetingId)) === undefined) return refused('meeting.notShown')
  await say(tx, worker, { meetingId, who: worker, way })
  return done(undefined)
}

/** Takes the notes from now on: whoever did so before no longer writes down what is decided. */
export async function takeNotes(
  tx: Tx,
  worker: WorkerActor,
  meetingId: string,
): Promise<Outcome<undefined, MeetingProblem>> {
  const meeting = await heldMeeting(tx, worker, meetingId)
  if (meeting === undefined) return refused('meeting.notShown')
  const { accountId, name } = worker
  if (meeting.noteTaker.accountId === accountId) return done(undefined)
  const { steps } = await tx.db
    .selectFrom('meetingNoteTaker')
    .select(({ fn }) => fn.max('step').as('steps'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('meetingNoteTaker')
    .values({ meetingId, step: steps + 1, accountId, name, since: tx.now })
    .execute()
  await announce(tx, { topic: ATTENDANCE_TOPIC, id: meetingId })
  return done(undefined)
}

interface Said {
  readonly meetingId: string
  readonly who: WorkerActor
  readonly way: Way
}

/** Writes down whether somebody is there, and tells every screen of the meeting. */
export async function say(tx: Tx, by: WorkerActor, { meetingId, who, way }: Said): Promise<void> {
  const { accountId, name, role, organisationId } = who
  const last = await tx.db
    .selectFrom('meetingAttendance')
    .select(({ fn }) => fn.max('step').as('step'))
    .where('meetingId', '=', meetingId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  await tx.db
    .insertInto('meetingAttendance')
    .values({
      ...{ meetingId, accountId, name, role, organisationId, way },
      step: (last?.step ?? 0) + 1,
      saidBy: by.accountId,
      saidAt: tx.now,
    })
    .execute()
  await announce(tx, { topic: ATTENDANCE_TOPIC, id: meetingId })
}

/** One after another, each with what the one before has said. */
async function heldMeeting(tx: Tx, worker: WorkerActor, meetingId: string): Promise<Meeting | undefined> {
  await holdAlone(tx, `meeting ${meetingId}`)
  return findMeeting(tx, worker, meetingId)
}
