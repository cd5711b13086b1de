import type { Tx } from '#ground/db/store.ts'
import { decideEvents } from './decide-events.ts'
import type { ToldEvent } from './notification.ts'
import type { Content, Subscription } from './subscription.ts'

/** How many events are told at once, the first of those asked for. */
export const EVENTS_MAX = 100

/** Which events a system asks for again, by their numbers, and how much of each. */
export interface WantedEvents {
  readonly since: number | undefined
  readonly until: number | undefined
  readonly content: Content
}

/**
 * The events of a subscription that its system asks for, each decided anew as it is told: of what is not open any more the
 * number stands and nothing else, so that the system does not go on asking. What is told is in the trail.
 */
export async function eventsAsked(
  tx: Tx,
  subscription: Subscription,
  { since, until, content }: WantedEvents,
): Promise<ToldEvent[]> {
  return decideEvents(tx, subscription, { since: since ?? 1, until, countMax: EVENTS_MAX, content })
}
