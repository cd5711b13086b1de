import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { announceEntry } from './about.ts'
import { giveTurn, isOwner, type NewOwner } from './ask.ts'
import { type ConversationProblem, type Entry, WHY_LENGTH_MAX } from './conversation.ts'
import { contributorOf, readersOf, takeTurn } from './entry.ts'
import { isTheirs, readEntries } from './read.ts'

/** To whom a question is passed on, and why. */
export interface NewPassing {
  readonly questionId: string
  readonly owner: NewOwner | undefined
  readonly why: string
}

/**
 * Passes a question on to somebody else who may read it. Whose turn it is may, and whoever asked it. Its clock goes on: who
 * asked waits no longer for it. Run it in turn.
 */
export async function passOn(
  tx: Tx,
  access: Access,
  { questionId, owner, ...typed }: NewPassing,
): Promise<Outcome<undefined, ConversationProblem>> {
  const why = typed.why.trim()
  await takeTurn(tx, access)
  const [asked] = await readEntries(tx, access, [questionId])
  if (asked?.question === undefined) return refused('conversation.notShown')
  if (!asked.question.isOpen) return refused('conversation.answered')
  if (!mayPassOn(access, asked)) return refused('conversation.notYoursToPassOn')
  if (owner === undefined) return refused('conversation.ownerMissing')
  if (isSame(asked, owner)) return refused('conversation.sameOwner')
  if (why === '') return refused('conversation.whyMissing')
  if (why.length > WHY_LENGTH_MAX) return refused('conversation.whyTooLong')
  const readers = await readersOf(tx, access, await contributorOf(tx, asked), asked.dataClass)
  if (!readers.some(one => isOwner(one, owner))) return refused('conversation.ownerMayNotRead')
  await giveTurn(tx, access, { questionId, step: asked.question.passedOn + 2, owner, why }, readers)
  await announceEntry(tx, questionId)
  return done(undefined)
}

/** Whether somebody may pass a question on: it is their turn, or they asked it. */
export function mayPassOn(access: Access, { question, writtenBy }: Entry): boolean {
  if (question === undefined || !question.isOpen || access.actor.kind === 'system') return false
  return isTheirs(access.actor, question) || writtenBy === access.actor.accountId
}

function isSame({ question }: Entry, owner: NewOwner): boolean {
  return 'accountId' in owner ? question?.owner.accountId === owner.accountId : question?.owner.teamId === owner.teamId
}
