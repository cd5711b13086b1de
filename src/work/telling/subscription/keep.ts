import { sql } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { isUnder } from '#work/outbox/address.ts'
import { dropWaiting } from '#work/outbox/drop-waiting.ts'
import type { Topic } from '../topic.ts'
import { greet } from './greet.ts'
import { findSubscription, subscriptionsOfClient } from './read.ts'
import {
  type NewSubscription,
  orderOf,
  SUBSCRIPTION_TOPIC,
  SUBSCRIPTIONS_MAX,
  type Subscription,
} from './subscription.ts'

export type SubscribeProblem =
  /** No destination of that client has been let in, or its address does not hold the endpoint. */
  | 'subscription.endpointNotLetIn'
  /** It is not told of that topic. */
  | 'subscription.topicNotTold'
  | 'subscription.tooMany'
  | 'subscription.notFound'

/**
 * Keeps what a system asks for, and queues the handshake: it is told of what happens from now on, and nothing leaves before
 * its endpoint has taken that. Answers the id. Whom it is for is not looked up here: whether there is somebody of that
 * identifier would be told by the answer. Run it in turn.
 */
export async function subscribe(
  tx: Tx,
  client: string,
  asked: NewSubscription,
): Promise<Outcome<string, SubscribeProblem>> {
  await holdAlone(tx, `subscriptions of ${client}`)
  const destination = await destinationFor(tx, client, asked)
  if (!destination.ok) return destination
  if ((await subscriptionsOfClient(tx, client)).length >= SUBSCRIPTIONS_MAX) return refused('subscription.tooMany')
  const id = tx.newId()
  await tx.db.insertInto('subscription').values({ id, destinationId: destination.value, createdAt: tx.now }).execute()
  await keepVersion(tx, { id, destinationId: destination.value, version: 1 }, asked)
  return done(id)
}

/** Keeps what a system asks for instead, with a handshake of its own. Its events go on counting. Run it in turn. */
export async function changeSubscription(
  tx: Tx,
  client: string,
  id: string,
  asked: NewSubscription,
): Promise<Outcome<undefined, SubscribeProblem>> {
  await holdAlone(tx, `subscriptions of ${client}`)
  const held = await findSubscription(tx, client, id)
  if (held === undefined || held.status === 'off') return refused('subscription.notFound')
  const destination = await destinationFor(tx, client, asked, held.destinationId)
  if (!destination.ok) return destination
  if (destination.value !== held.destinationId) return refused('subscription.endpointNotLetIn')
  // What waits was composed for what was asked before. Its events stand, and can be asked for.
  await dropWaiting(tx, held.turn, 'subscription.changed')
  await keepVersion(tx, { id, destinationId: held.destinationId, version: held.version + 1 }, asked)
  return done(undefined)
}

/** Ends a subscription: nothing that waits for it is sent. Saying it again changes nothing. Run it in turn. */
export async function unsubscribe(
  tx: Tx,
  client: string,
  id: string,
): Promise<Outcome<undefined, 'subscription.notFound'>> {
  await holdAlone(tx, `subscriptions of ${client}`)
  const held = await findSubscription(tx, client, id)
  if (held === undefined) return refused('subscription.notFound')
  await end(tx, held)
  return done(undefined)
}

/** Turns off a subscription of a destination in an officer's name, as if its system had ended it, with why. Run it in turn. */
export async function turnOff(
  tx: Tx,
  held: Subscription,
  { accountId }: Pick<WorkerActor, 'accountId'>,
  reason: string,
): Promise<void> {
  await holdAlone(tx, orderOf(held))
  await end(tx, held, { accountId, reason })
}

async function end(
  tx: Tx,
  { id, turn }: Subscription,
  by: { readonly accountId?: string; readonly reason?: string } = {},
): Promise<void> {
  await dropWaiting(tx, turn, 'subscription.ended')
  await tx.db.deleteFrom('subscriptionSecret').where('subscriptionId', '=', id).execute()
  await tx.db
    .insertInto('subscriptionEnd')
    .values({ subscriptionId: id, at: tx.now, ...by })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await announce(tx, { topic: SUBSCRIPTION_TOPIC, id })
}

interface Version {
  readonly id: string
  readonly destinationId: string
  readonly version: number
}

async function keepVersion(tx: Tx, { id, destinationId, version }: Version, asked: NewSubscription): Promise<void> {
  const { patient, authorization, heartbeatSeconds = null, endsAt = null, ...rest } = asked
  await tx.db
    .insertInto('subscriptionVersion')
    .values({
      ...rest,
      subscriptionId: id,
      version,
      patientSystem: patient?.system ?? null,
      patientValue: patient?.value ?? null,
      heartbeatSeconds,
      endsAt,
      at: tx.now,
    })
    .execute()
  await tx.db.deleteFrom('subscriptionSecret').where('subscriptionId', '=', id).execute()
  if (authorization !== undefined)
    await tx.db
      .insertInto('subscriptionSecret')
      .values({ subscriptionId: id, authorizationHeader: authorization })
      .execute()
  const { endpoint, topic } = asked
  if (endpoint !== undefined) await greet(tx, { id, destinationId, version, endpoint, topic })
  await announce(tx, { topic: SUBSCRIPTION_TOPIC, id })
}

/**
 * The destination of a client that two people have let in, that is told of the topic: under the address of the endpoint, or,
 * for one that listens itself, the newest, and the one it is held at where it is changed.
 */
async function destinationFor(
  tx: Tx,
  client: string,
  { endpoint, topic }: NewSubscription,
  heldAt?: string,
): Promise<Outcome<string, SubscribeProblem>> {
  const { rows } = await sql<{ id: string; address: string; topics: readonly Topic[] | null }>`
    select destination.id, destination.address, told.topics
    from destination_now as destination
    left join destination_told_now as told on told.destination_id = destination.id
    where destination.carrier = 'https' and destination.settings ->> 'client' = ${client}
      and destination.is_confirmed and not destination.is_closed
    order by destination.registered_at desc, destination.id`.execute(tx.db)
  const fitting = rows.filter(({ id, address }) =>
    endpoint === undefined ? (heldAt ?? id) === id : isUnder(endpoint, address),
  )
  if (fitting.length === 0) return refused('subscription.endpointNotLetIn')
  const told = fitting.find(({ topics }) => topics?.includes(topic))
  return told === undefined ? refused('subscription.topicNotTold') : done(told.id)
}
