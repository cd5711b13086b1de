import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { OUTGOING_TOPIC, SENT_AGAIN_TOPIC } from './outgoing.ts'
import { readDestinations } from './read-destinations.ts'

/** What an officer decides about a destination. */
export type Step = 'confirmed' | 'paused' | 'resumed' | 'closed'

/** It is not there, or not theirs to decide, or is so already. */
export type StepProblem = 'outbox.notYours'

/**
 * Writes what an officer decides about a destination. A second person confirms an address, never whoever registered
 * it; until then nothing is sent there. What is paused keeps what waits. What is closed is sent nothing any more.
 */
export async function takeStep(
  tx: Tx,
  officer: WorkerActor,
  destinationId: string,
  { step, reason }: { readonly step: Step; readonly reason?: string | undefined },
): Promise<Outcome<undefined, StepProblem>> {
  const line = (await readDestinations(tx, officer)).find(({ id }) => id === destinationId)
  const may =
    line !== undefined &&
    {
      confirmed: line.may.confirm,
      paused: line.may.steer && line.standing === 'open',
      resumed: line.may.steer && line.standing === 'paused',
      closed: line.may.steer && line.carrier !== 'smtp',
    }[step]
  if (!may) return refused('outbox.notYours')
  const { accountId } = officer
  await tx.db
    .insertInto('destinationStep')
    .values({ id: tx.newId(), destinationId, step, reason: reason ?? null, accountId, at: tx.now })
    .execute()
  await announce(tx, { topic: step === 'resumed' ? SENT_AGAIN_TOPIC : OUTGOING_TOPIC, id: destinationId })
  return done(undefined)
}
