import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { sendTurnAgain } from '#work/outbox/put-right.ts'
import { readDestinations } from '#work/outbox/read-destinations.ts'
import { turnOff } from './keep.ts'
import { subscriptionsOf } from './read.ts'

/** What an officer does about a subscription: has what waits tried now, or ends it, with why. */
export type SubscriptionStep = { readonly step: 'again' } | { readonly step: 'off'; readonly reason: string }

/** Which subscription, and of which destination. */
export interface OfDestination {
  readonly destinationId: string
  readonly id: string
}

/**
 * Does what an officer decides about a subscription of a system. What is tried now goes in its order, with the same bytes under
 * the same ids. Refused for one that is not there, has ended, or is not theirs to decide. Run it in turn.
 */
export async function steerSubscription(
  tx: Tx,
  officer: WorkerActor,
  { destinationId, id }: OfDestination,
  wanted: SubscriptionStep,
): Promise<Outcome<undefined, 'outbox.notYours'>> {
  const line = (await readDestinations(tx, officer)).find(one => one.id === destinationId)
  const held = (await subscriptionsOf(tx, destinationId)).find(one => one.id === id)
  if (!line?.may.steer || held === undefined || held.status === 'off') return refused('outbox.notYours')
  if (wanted.step === 'off') await turnOff(tx, held, officer, wanted.reason)
  else await sendTurnAgain(tx, officer, held)
  return done(undefined)
}
