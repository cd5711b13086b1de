import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { everyIdOf } from '#record/person/person-now.ts'
import type { Access } from '../access.ts'
import { ACTING_CLASS, notingAs } from './acting-office.ts'

/** The longest advance decision or statement, characters. */
export const AHEAD_LENGTH_MAX = 4000

/** A refusal of treatment made ahead of time. */
export interface NewAdvanceDecision {
  readonly refuses: string
  readonly isLifeSustaining: boolean
  readonly isWritten: boolean
  readonly isSigned: boolean
  readonly witness: string
  /** ISO 8601. */
  readonly madeOn: string
}

/** What somebody would like if they could no longer say, in their own words. It binds nobody. */
export interface NewAdvanceStatement {
  readonly words: string
  readonly language: 'en' | 'cy'
  readonly madeOn: string
}

export type AheadProblem =
  | 'ahead.notYours'
  | 'ahead.wordsMissing'
  | 'ahead.wordsTooLong'
  | 'ahead.madeLater'
  | 'ahead.needsWitness'
  | 'ahead.unknown'

/**
 * Records a refusal of treatment made ahead of time, which binds. One that is to hold though life is at risk has to be
 * in writing, signed, and witnessed: Mental Capacity Act 2005, section 25(5) and (6). Any other may be by word of mouth.
 */
export async function recordAdvanceDecision(
  tx: Tx,
  access: Access,
  ahead: NewAdvanceDecision,
): Promise<Outcome<string, AheadProblem>> {
  const by = noterOf(tx, access)
  if (by === undefined) return refused('ahead.notYours')
  const refuses = ahead.refuses.trim()
  const problem = problemOf(tx, refuses, ahead.madeOn)
  if (problem !== undefined) return refused(problem)
  const witness = ahead.witness.trim()
  const { isLifeSustaining, isWritten, isSigned, madeOn } = ahead
  if (isLifeSustaining && !(isWritten && isSigned && witness !== '')) return refused('ahead.needsWitness')
  const id = tx.newId()
  await tx.db
    .insertInto('advanceDecision')
    .values({ id, refuses, isLifeSustaining, isWritten, isSigned, madeOn, witness: witness || null, ...by.noted })
    .execute()
  access.contribute(by.contributorId, ACTING_CLASS)
  return done(id)
}

/** Records that a refusal made ahead has been withdrawn, which needs no writing (section 24(4)). Again, it stays so. */
export async function withdrawAdvanceDecision(
  tx: Tx,
  access: Access,
  decisionId: string,
): Promise<Outcome<undefined, AheadProblem>> {
  const by = noterOf(tx, access)
  if (by === undefined) return refused('ahead.notYours')
  const { personId, recordedBy: endedBy, recordedByName: endedByName } = by.noted
  const decision = await tx.db
    .selectFrom('advanceDecision')
    .select('id')
    .where('id', '=', decisionId)
    .where('personId', 'in', everyIdOf(personId))
    .executeTakeFirst()
  if (decision === undefined) return refused('ahead.unknown')
  await tx.db
    .insertInto('advanceDecisionEnd')
    .values({ advanceDecisionId: decision.id, endedBy, endedByName, endedAt: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  access.contribute(by.contributorId, ACTING_CLASS)
  return done(undefined)
}

/** Records what somebody would like, in their own words and language. Whoever decides for them weighs it. */
export async function recordAdvanceStatement(
  tx: Tx,
  access: Access,
  ahead: NewAdvanceStatement,
): Promise<Outcome<string, AheadProblem>> {
  const by = noterOf(tx, access)
  if (by === undefined) return refused('ahead.notYours')
  const words = ahead.words.trim()
  const problem = problemOf(tx, words, ahead.madeOn)
  if (problem !== undefined) return refused(problem)
  const id = tx.newId()
  await tx.db
    .insertInto('advanceStatement')
    .values({ id, words, language: ahead.language, madeOn: ahead.madeOn, ...by.noted })
    .execute()
  access.contribute(by.contributorId, ACTING_CLASS)
  return done(id)
}

/** Who notes it, for whom and when; undefined for whoever may not. */
function noterOf(tx: Tx, access: Access) {
  const contributorId = notingAs(access)
  const { actor, keptUnder: personId } = access
  if (contributorId === undefined || actor.kind === 'system') return undefined
  const noted = { personId, recordedBy: actor.accountId, recordedByName: actor.name, recordedAt: tx.now }
  return { contributorId, noted }
}

function problemOf(tx: Tx, words: string, madeOn: string): AheadProblem | undefined {
  if (words === '') return 'ahead.wordsMissing'
  if (words.length > AHEAD_LENGTH_MAX) return 'ahead.wordsTooLong'
  return madeOn > dayOf(tx.now) ? 'ahead.madeLater' : undefined
}
