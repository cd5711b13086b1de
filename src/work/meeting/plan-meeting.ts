import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Access } from '#record/sharing/access.ts'
import { say } from './attend.ts'
import { CASES_MAX, type MeetingProblem } from './meeting.ts'

/** When a meeting is to be. */
export interface NewMeeting {
  readonly beginsAt: Date | undefined
  /** Made by the form: the same again is the same meeting. */
  readonly key: string
}

/**
 * Plans a meeting of the worker's team about those of whom the accesses open anything. Whoever plans it is asked to it,
 * and takes the notes until somebody else does. Answers the id.
 */
export async function planMeeting(
  tx: Tx,
  worker: WorkerActor,
  accesses: readonly Access[],
  { beginsAt, key }: NewMeeting,
): Promise<Outcome<string, MeetingProblem>> {
  const { teamId, accountId, name } = worker
  if (teamId === undefined) return refused('meeting.noTeam')
  if (beginsAt === undefined) return refused('meeting.timeMissing')
  if (beginsAt < tx.now) return refused('meeting.timeBefore')
  if (accesses.length === 0) return refused('meeting.nobodyChosen')
  if (accesses.length > CASES_MAX) return refused('meeting.tooMany')
  const earlier = await tx.db.selectFrom('meeting').select('id').where('formKey', '=', key).executeTakeFirst()
  if (earlier !== undefined) return done(earlier.id)
  const id = tx.newId()
  await tx.db
    .insertInto('meeting')
    .values({ id, teamId, beginsAt, plannedBy: accountId, plannedByName: name, plannedAt: tx.now, formKey: key })
    .execute()
  await tx.db
    .insertInto('meetingNoteTaker')
    .values({ meetingId: id, step: 1, accountId, name, since: tx.now })
    .execute()
  await say(tx, worker, { meetingId: id, who: worker, way: 'invited' })
  for (const access of accesses) await addCase(tx, worker, access, id)
  return done(id)
}

async function addCase(tx: Tx, { accountId, name }: WorkerActor, access: Access, meetingId: string): Promise<void> {
  await tx.db
    .insertInto('meetingCase')
    .values({
      id: tx.newId(),
      meetingId,
      personId: access.keptUnder,
      addedBy: accountId,
      addedByName: name,
      addedAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
