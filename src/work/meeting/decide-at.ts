import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { ConversationProblem, Entry } from '#work/conversation/conversation.ts'
import { readEntries } from '#work/conversation/read.ts'
import { type NewEntry, writeEntry } from '#work/conversation/write.ts'
import { MEETING_TOPIC, type MeetingProblem } from './meeting.ts'
import { findCase, findMeeting } from './read-meeting.ts'

/**
 * Writes down what a meeting decides about somebody: it is in the conversation about them, where they read it, and an
 * action of their plan, from that moment. Only whoever takes the notes may. Answers the id of the entry. Run it in turn.
 */
export async function decideAt(
  tx: Tx,
  access: Access,
  caseId: string,
  decision: NewEntry & Required<Pick<NewEntry, 'decides'>>,
): Promise<Outcome<string, MeetingProblem | ConversationProblem>> {
  const { actor } = access
  const about = await findCase(tx, caseId)
  if (actor.kind !== 'worker' || about === undefined || about.personId !== access.personId)
    return refused('meeting.notShown')
  await holdAlone(tx, `meeting ${about.meetingId}`)
  const meeting = await findMeeting(tx, actor, about.meetingId)
  if (meeting === undefined) return refused('meeting.notShown')
  if (meeting.noteTaker.accountId !== actor.accountId) return refused('meeting.notNoteTaker')
  const written = await writeEntry(tx, access, decision)
  if (!written.ok) return written
  await tx.db
    .insertInto('meetingDecision')
    .values({ entryId: written.value, meetingCaseId: caseId })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await announce(tx, { topic: MEETING_TOPIC, id: caseId })
  return done(written.value)
}

/** What was decided about somebody at a meeting, as far as it is open to the reader, in the order it was. */
export async function decisionsOf(tx: Tx, access: Access, caseId: string): Promise<Entry[]> {
  const rows = await tx.db.selectFrom('meetingDecision').select('entryId').where('meetingCaseId', '=', caseId).execute()
  const entries = await readEntries(
    tx,
    access,
    rows.map(({ entryId }) => entryId),
  )
  return entries.toReversed()
}
