import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { announceEntry } from './about.ts'
import { QUESTION_TOPIC } from './ask.ts'
import { type ConversationProblem, type Entry, WHY_LENGTH_MAX } from './conversation.ts'
import { takeTurn } from './entry.ts'
import { readEntries } from './read.ts'

/** What is struck through, and why; or taken out of sight, because it was about somebody else. */
export interface NewStriking {
  readonly entryId: string
  readonly isMisfiled: boolean
  readonly why: string
}

/**
 * Strikes an entry through, with a reason; it stays where it is, and can be read. What was misfiled is kept and shown to
 * nobody. Whoever wrote it may, and may take out of sight what a colleague misfiled for the same body. A question that was
 * struck through waits for nobody, one whose answer was waits again. What a decision became stands in the plan. Run it in
 * turn.
 */
export async function strikeThrough(
  tx: Tx,
  access: Access,
  { entryId, isMisfiled, ...typed }: NewStriking,
): Promise<Outcome<undefined, ConversationProblem>> {
  const why = typed.why.trim()
  if (why === '') return refused('conversation.whyMissing')
  if (why.length > WHY_LENGTH_MAX) return refused('conversation.whyTooLong')
  await takeTurn(tx, access)
  const [entry] = await readEntries(tx, access, [entryId])
  const { actor } = access
  if (entry === undefined || actor.kind === 'system') return refused('conversation.notShown')
  if (entry.struck !== undefined) return refused('conversation.struckAlready')
  if (!mayStrike(access, entry) && !(isMisfiled && isColleagues(access, entry)))
    return refused('conversation.notYoursToStrike')
  await tx.db
    .insertInto('conversationStruck')
    .values({ entryId, isMisfiled, why, struckBy: actor.accountId, struckByName: actor.name, struckAt: tx.now })
    .execute()
  access.contribute(entry.contributorId, entry.dataClass)
  const shownWith = entry.questionId ?? entryId
  await announceEntry(tx, shownWith)
  await announce(tx, { topic: QUESTION_TOPIC, id: shownWith })
  return done(undefined)
}

/** Whether somebody wrote an entry, may still write there, and has not struck it through. */
export function mayStrike(access: Access, { writtenBy, struck, contributorId, dataClass }: Entry): boolean {
  const isWriter = access.actor.kind !== 'system' && access.actor.accountId === writtenBy
  return isWriter && struck === undefined && access.mayContribute(contributorId, dataClass)
}

/** Whether it was written for the body that somebody works for, so that it is theirs to put right. */
export function isColleagues(access: Access, { contributorId, struck, dataClass }: Entry): boolean {
  const { actor } = access
  if (actor.kind !== 'worker' || struck !== undefined) return false
  return actor.organisationId === contributorId && access.mayContribute(contributorId, dataClass)
}
