import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { carryOut } from './carry-out.ts'
import { noteEffect } from './decide.ts'
import { answersFor } from './officer.ts'
import { findPair } from './pair.ts'
import { reasonFrom, type WordsProblem } from './words.ts'

/** What a second person says of a decision. */
export interface SecondWord {
  readonly decisionId: string
  readonly confirms: boolean
  readonly words: string
}

export type SecondProblem =
  | WordsProblem
  | 'record.notShown'
  | 'identity.alreadyDecided'
  | 'identity.yourOwn'
  | 'identity.refused'

/**
 * A second officer of the team confirms a decision, and it is done; or stops it, and the pair waits anew. Refused to
 * whoever decided it first: two pairs of eyes. Run it in turn.
 */
export async function speakSecond(
  tx: Tx,
  officer: WorkerActor,
  { decisionId, confirms, words }: SecondWord,
): Promise<Outcome<undefined, SecondProblem>> {
  const decision = await tx.db.selectFrom('reviewDecision').selectAll().where('id', '=', decisionId).executeTakeFirst()
  if (decision === undefined) return refused('record.notShown')
  await holdAlone(tx, `deciding ${decision.reviewCandidateId}`)
  const pair = await findPair(tx, decision.reviewCandidateId)
  if (pair === undefined || !answersFor(officer, pair.ownerTeamId)) return refused('record.notShown')
  if (pair.pendingDecisionId !== decisionId) return refused('identity.alreadyDecided')
  if (decision.decidedBy === officer.accountId) return refused('identity.yourOwn')
  const reason = reasonFrom(words)
  if (!reason.ok) return reason
  if (confirms) {
    if (!pair.isWaiting) return refused('identity.alreadyDecided')
    const said = decision.decision === 'same' ? 'same' : 'different'
    const because = { decidedBy: decision.decidedByName, accountId: decision.decidedBy, reason: decision.words }
    const carried = await carryOut(tx, pair, said, because)
    if (!carried.ok) return carried
    await noteEffect(tx, decisionId, carried.value)
  }
  await tx.db
    .insertInto('reviewSecond')
    .values({
      reviewDecisionId: decisionId,
      confirms,
      words: reason.value,
      spokenBy: officer.accountId,
      spokenByName: officer.name,
      spokenAt: tx.now,
    })
    .execute()
  return done(undefined)
}
