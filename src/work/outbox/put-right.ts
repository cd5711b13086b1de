import { sql } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { findLetter } from './letter.ts'
import { SENT_AGAIN_TOPIC } from './outgoing.ts'

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
  await announce(tx, { topic: SENT_AGAIN_TOPIC, id: letter.destinationId })
  return done(undefined)
}

/** How many dead letters of one turn are put back at once, the first of them. */
const LETTERS_AT_ONCE_MAX = 100

/**
 * Has everything that waits in one turn tried now, in its order, with what is dead there and this officer answers for put back
 * before it. What is on its way is waited for. Run it in turn.
 */
export async function sendTurnAgain(
  tx: Tx,
  officer: WorkerActor,
  { turn, destinationId }: { readonly turn: string; readonly destinationId: string },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select outgoing.id from outgoing
    join outgoing_outcome as outcome on outcome.outgoing_id = outgoing.id and outcome.outcome = 'dead'
    where outgoing.turn = ${turn}
      and not exists (
        select from outgoing_outcome as later
        where later.outgoing_id = outgoing.id and later.sequence > outcome.sequence)
    order by outgoing.sequence
    limit ${LETTERS_AT_ONCE_MAX}`.execute(tx.db)
  for (const { id } of rows) await sendAgain(tx, officer, id)
  await sql`
    update outgoing_waiting as waiting set due_at = ${tx.now}
    where waiting.destination_id = ${destinationId} and waiting.turn = ${turn} and waiting.due_at > ${tx.now}
      and not exists (
        select from outgoing_attempt as attempt
        where attempt.outgoing_id = waiting.outgoing_id and attempt.number = waiting.tries
          and not exists (select from outgoing_answer as answer where answer.attempt_id = attempt.id))`.execute(tx.db)
  await announce(tx, { topic: SENT_AGAIN_TOPIC, id: destinationId })
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
