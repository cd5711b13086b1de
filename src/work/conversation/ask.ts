import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import type { MayRead } from '#record/sharing/wish/who-may-read.ts'
import { answerBy, type Urgency } from './clock.ts'
import { tellOfEntry } from './tell-of-entry.ts'

/** Whose turn it is to answer: one person by their account, or anybody of a team. */
export type NewOwner = { readonly accountId: string } | { readonly teamId: string }

/** The announcement's topic for the lists of what waits for somebody's answer; its id is the question's. */
export const QUESTION_TOPIC = 'question'

/** One turn of a question, as it is kept. */
interface NewTurn {
  readonly questionId: string
  readonly step: number
  readonly owner: NewOwner
  readonly why: string | null
}

/** Gives an entry its clock, and asks it of somebody. */
export async function askOf(
  tx: Tx,
  access: Access,
  { questionId, owner, urgency }: { readonly questionId: string; readonly owner: NewOwner; readonly urgency: Urgency },
  readers: readonly MayRead[],
): Promise<void> {
  await tx.db
    .insertInto('conversationQuestion')
    .values({ entryId: questionId, urgency, answerBy: answerBy(urgency, tx.now) })
    .execute()
  await giveTurn(tx, access, { questionId, step: 1, owner, why: null }, readers)
}

/** Makes it somebody's turn to answer a question, and tells them. They are among those who may read it. */
export async function giveTurn(tx: Tx, access: Access, turn: NewTurn, readers: readonly MayRead[]): Promise<void> {
  const { actor } = access
  if (actor.kind === 'system') throw new Error('a system asked a question')
  const { questionId, step, owner, why } = turn
  const reader = readers.find(one => isOwner(one, owner))
  if (reader === undefined) throw new Error('a question was asked of somebody who may not read it')
  const seat = reader.seat
  await tx.db
    .insertInto('conversationTurn')
    .values({
      questionId,
      step,
      accountId: 'accountId' in owner ? owner.accountId : null,
      teamId: 'teamId' in owner ? owner.teamId : null,
      organisationId: seat?.organisationId ?? null,
      why,
      passedBy: actor.accountId,
      passedByName: actor.name,
      passedAt: tx.now,
    })
    .execute()
  if ('accountId' in owner)
    await tellOfEntry(tx, 'asked', questionId, { madeBy: actor.accountId, toldTo: owner.accountId })
  await announce(tx, { topic: QUESTION_TOPIC, id: questionId })
}

/** Whether somebody who may read it is the one, or is of the team, that it would be the turn of. */
export function isOwner({ accountId, seat }: MayRead, owner: NewOwner): boolean {
  if ('accountId' in owner) return accountId === owner.accountId
  return accountId === undefined && seat?.teamId === owner.teamId
}
