import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { endOwnTies } from '#record/sharing/relationship/end-own.ts'
import { carryOut, type Effect, type Said } from './carry-out.ts'
import { answersFor, COMPARING } from './officer.ts'
import { findPair, type WaitingPair } from './pair.ts'
import { risksOf } from './risk.ts'
import { recordsOfTask } from './task-records.ts'
import { reasonFrom, type WordsProblem } from './words.ts'

/** What an officer says of a pair, and why. */
export interface NewDecision {
  readonly candidateId: string
  readonly said: Said
  readonly words: string
  readonly language: Language
}

export type DecideProblem = WordsProblem | 'record.notShown' | 'identity.alreadyDecided' | 'identity.refused'

/** Whether it is done, or waits for a second person. */
export type Decided = 'done' | 'waitsForSecond'

/**
 * An officer of the team decides about a pair. What weighs more than one person may answer for (`risksOf`) waits for a
 * second, and nothing is joined or parted until then. Refused to whoever does not answer for it, when it was decided
 * already, and where a guard stands against it. Run it in turn.
 */
export async function decidePair(
  tx: Tx,
  officer: WorkerActor,
  { candidateId, said, words, language }: NewDecision,
): Promise<Outcome<Decided, DecideProblem>> {
  await holdAlone(tx, `deciding ${candidateId}`)
  const pair = await findPair(tx, candidateId)
  if (pair === undefined || !answersFor(officer, pair.ownerTeamId)) return refused('record.notShown')
  if (!pair.isWaiting || pair.pendingDecisionId !== undefined) return refused('identity.alreadyDecided')
  const reason = reasonFrom(words)
  if (!reason.ok) return reason
  const needsSecond = joins(pair, said) && (await risksOf(tx, pair.recordId, pair.candidateRecordId)).length > 0
  const because = { decidedBy: officer.name, accountId: officer.accountId, reason: reason.value }
  const carried = needsSecond ? done<Effect>({}) : await carryOut(tx, pair, said, because)
  if (!carried.ok) return carried
  const id = tx.newId()
  await tx.db
    .insertInto('reviewDecision')
    .values({
      id,
      reviewCandidateId: candidateId,
      decision: said,
      words: reason.value,
      language,
      needsSecond,
      decidedBy: officer.accountId,
      decidedByName: officer.name,
      decidedAt: tx.now,
    })
    .execute()
  await noteEffect(tx, id, carried.value)
  if (!(await stillWaits(tx, pair.taskId))) {
    await endOwnTies(tx, officer.accountId, await recordsOfTask(tx, pair.taskId), COMPARING)
  }
  return done(needsSecond ? 'waitsForSecond' : 'done')
}

/** Whether it makes one person of two. To part is to protect: it opens nothing, and one person may. */
function joins({ isDoubt }: WaitingPair, said: Said): boolean {
  return said === 'same' && !isDoubt
}

/** Keeps what a decision made, for reversing it. */
export async function noteEffect(tx: Tx, reviewDecisionId: string, effect: Effect): Promise<void> {
  const { recordLinkId = null, recordApartId = null } = effect
  if (recordLinkId === null && recordApartId === null) return
  await tx.db.insertInto('reviewEffect').values({ reviewDecisionId, recordLinkId, recordApartId }).execute()
}

async function stillWaits(tx: Tx, taskId: string): Promise<boolean> {
  const waiting = await tx.db
    .selectFrom('reviewCandidateNow')
    .select('id')
    .where('reviewTaskId', '=', taskId)
    .limit(1)
    .executeTakeFirst()
  return waiting !== undefined
}
