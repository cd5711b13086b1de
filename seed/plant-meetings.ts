import { idFor } from '#ground/chance.ts'
import { momentAt } from '#ground/closing-time.ts'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { meetings, type SeedMeeting } from './region/meetings.ts'
import { accounts } from './region/staff.ts'

/** Plants the meetings that are planned for the day the region begins. */
export async function plantMeetings(tx: Tx): Promise<void> {
  for (const meeting of meetings) await plantMeeting(tx, meeting)
}

async function plantMeeting(tx: Tx, { key, team, at, attendees, cases }: SeedMeeting): Promise<void> {
  const id = idFor(`meeting ${key}`)
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  const [first = ''] = attendees
  const planner = workerOf(first)
  await tx.db
    .insertInto('meeting')
    .values({
      id,
      teamId: idFor(`team ${team}`),
      beginsAt: momentAt(dayOf(tx.now), hours * 60 + minutes),
      plannedBy: planner.accountId,
      plannedByName: planner.name,
      plannedAt: tx.now,
      formKey: id,
    })
    .execute()
  const taking = { meetingId: id, step: 1, accountId: planner.accountId, name: planner.name, since: tx.now }
  await tx.db.insertInto('meetingNoteTaker').values(taking).execute()
  for (const account of attendees) {
    const invited = { ...workerOf(account), step: 1, way: 'invited', saidBy: planner.accountId, saidAt: tx.now }
    await tx.db
      .insertInto('meetingAttendance')
      .values({ meetingId: id, ...invited })
      .execute()
  }
  for (const [at, one] of cases.entries()) await plantCase(tx, id, { ...one, at }, planner)
}

async function plantCase(
  tx: Tx,
  meetingId: string,
  { person, asked, at }: SeedMeeting['cases'][number] & { readonly at: number },
  planner: ReturnType<typeof workerOf>,
): Promise<void> {
  const id = idFor(`meeting case ${meetingId} ${person}`)
  const said = { saidBy: planner.accountId, saidByName: planner.name, saidAt: tx.now }
  await tx.db
    .insertInto('meetingCase')
    .values({
      id,
      meetingId,
      personId: idFor(`person ${person}`),
      addedBy: planner.accountId,
      addedByName: planner.name,
      // One after another, as somebody would put them on it.
      addedAt: new Date(tx.now.getTime() + at),
    })
    .execute()
  if (asked === undefined) return
  const { cameOfIt, words = null } = asked
  const theirs = { contributorId: planner.organisationId, dataClass: 'care-and-support' }
  await tx.db
    .insertInto('meetingCaseAsked')
    .values({ meetingCaseId: id, step: 1, whom: 'person', cameOfIt, words, ...theirs, ...said })
    .execute()
}

function workerOf(key: string) {
  const account = accounts.find(one => one.key === key)
  const [post] = account?.posts ?? []
  if (account === undefined || post === undefined) throw new Error(`${key} has no post`)
  return {
    accountId: idFor(`account ${key}`),
    name: account.name,
    role: post.role,
    organisationId: idFor(`organisation ${post.organisation}`),
  }
}
