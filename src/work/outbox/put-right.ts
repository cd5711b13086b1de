import { sql } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { findLetter } from './letter.ts'
import { OUTGOING_TOPIC } from './outgoing.ts'

/** The one answer for a letter that is not theirs, is not dead any more, or is not there. */
export type LetterProblem = 'message.notShown'

/**
 * Puts a dead letter where it stood in its order, to be tried anew with the same bytes under the same id. What is on
 * its way in the same order is waited for: a letter is never with the receiver beside another of its order. Run it in
 * turn: of several officers at once, one does it.
 */
export async function sendAgain(tx: Tx, officer: WorkerActor, id: string): Promise<Outcome<undefined, LetterProblem>> {
  await holdAlone(tx, `dead letter ${id}`)
  const letter = await findLetter(tx, officer, id)
  if (letter === undefined) return refused('message.notShown')
  const { accountId } = officer
  await tx.db
    .insertInto('outgoingOutcome')
    .values({ id: tx.newId(), outgoingId: id, outcome: 'again', accountId, at: tx.now })
    .execute()
  await sql`
    insert into outgoing_waiting (outgoing_id, destination_id, turn, sequence, since, due_at, tries, errors)
    select outgoing.id, outgoing.destination_id, outgoing.turn, outgoing.sequence, ${tx.now},
           greatest(${tx.now}, (select max(beside.due_at) from outgoing_waiting as beside where beside.turn = outgoing.turn)),
           (select count(*) from outgoing_attempt as tried where tried.outgoing_id = outgoing.id), 0
    from outgoing where outgoing.id = ${id}`.execute(tx.db)
  await announce(tx, { topic: OUTGOING_TOPIC, id: letter.destinationId })
  return done(undefined)
}

/** Ends a dead letter for good: somebody has dealt with it in another way, and says how. Run it in turn. */
export async function giveUp(
  tx: Tx,
  officer: WorkerActor,
  id: string,
  reason: string,
): Promise<Outcome<undefined, LetterProblem>> {
  await holdAlone(tx, `dead letter ${id}`)
  if ((await findLetter(tx, officer, id)) === undefined) return refused('message.notShown')
  const { accountId } = officer
  await tx.db
    .insertInto('outgoingOutcome')
    .values({ id: tx.newId(), outgoingId: id, outcome: 'given-up', reason, accountId, at: tx.now })
    .execute()
  return done(undefined)
}
