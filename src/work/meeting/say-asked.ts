import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { writableParts } from '#work/conversation/contributor.ts'
import {
  ASKED_LENGTH_MAX,
  type Asked,
  type CameOfIt,
  MEETING_TOPIC,
  type MeetingProblem,
  type WasAsked,
} from './meeting.ts'
import { findCase, findMeeting } from './read-meeting.ts'

/** Whether somebody was asked to the meeting about them, and what came of it. */
export interface NewAsked {
  readonly caseId: string
  readonly whom: Asked
  readonly cameOfIt: CameOfIt
  readonly words: string
}

/** Writes down whether the person, or whoever acts for them, was asked. That nobody was needs a reason. Run it in turn. */
export async function sayAsked(
  tx: Tx,
  access: Access,
  { caseId, whom, cameOfIt, ...typed }: NewAsked,
): Promise<Outcome<undefined, MeetingProblem>> {
  const { actor } = access
  const about = await findCase(tx, caseId)
  if (actor.kind !== 'worker' || about === undefined || about.personId !== access.personId)
    return refused('meeting.notShown')
  if ((await findMeeting(tx, actor, about.meetingId)) === undefined) return refused('meeting.notShown')
  const words = typed.words.trim()
  if (cameOfIt === 'not-asked' && words === '') return refused('meeting.whyNotAsked')
  if (words.length > ASKED_LENGTH_MAX) return refused('meeting.wordsTooLong')
  const [part] = await writableParts(tx, access)
  if (part === undefined) return refused('meeting.notShown')
  const [dataClass, { id: contributorId }] = part
  access.contribute(contributorId, dataClass)
  await holdAlone(tx, `asked to ${caseId}`)
  const last = await tx.db
    .selectFrom('meetingCaseAsked')
    .select(({ fn }) => fn.max('step').as('step'))
    .where('meetingCaseId', '=', caseId)
    .executeTakeFirst()
  await tx.db
    .insertInto('meetingCaseAsked')
    .values({
      meetingCaseId: caseId,
      step: (last?.step ?? 0) + 1,
      whom,
      cameOfIt,
      words: words || null,
      contributorId,
      dataClass,
      saidBy: actor.accountId,
      saidByName: actor.name,
      saidAt: tx.now,
    })
    .execute()
  await announce(tx, { topic: MEETING_TOPIC, id: caseId })
  return done(undefined)
}

/** What was said last of whether the person was asked, of what is open to the reader; undefined when that is nothing. */
export async function findAsked(tx: Tx, access: Access, caseId: string): Promise<WasAsked | undefined> {
  const rows = await tx.db
    .selectFrom('meetingCaseAsked')
    .select(['whom', 'cameOfIt', 'words', 'contributorId', 'dataClass', 'saidByName', 'saidAt'])
    .where('meetingCaseId', '=', caseId)
    .orderBy('step', 'desc')
    .execute()
  const said = rows.find(({ contributorId, dataClass }) => access.covers(contributorId, dataClass as DataClass))
  if (said === undefined) return undefined
  access.release(said.contributorId, said.dataClass as DataClass)
  const { whom, cameOfIt, words, saidByName: by, saidAt: at } = said
  return { whom: whom as Asked, cameOfIt: cameOfIt as CameOfIt, words: words ?? undefined, by, at }
}
