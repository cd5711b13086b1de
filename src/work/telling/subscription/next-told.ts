import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { type DecidedEvent, decideEvents } from './decide-events.ts'
import { findSubscription } from './read.ts'
import type { Subscription } from './subscription.ts'

/** One who listens to a subscription: whose it must be, and how far it has been told. */
export interface Listening {
  /** The client of the token. */
  readonly client: string
  readonly id: string
  /** Through which event it has been told. */
  readonly through: number
  /** That there is something, and nothing of it: base FHIR R4 has a bare `ping`. */
  readonly isBare: boolean
  /** When it was told anything last. */
  readonly lastAt: Date
}

/** What a listener is to be told next. */
export interface NextTold {
  readonly subscription: Subscription
  /** The next event. Undefined: there is none, or it has to wait. */
  readonly event: DecidedEvent | undefined
  /** It has heard nothing for as long as it wants. */
  readonly isHeartbeatDue: boolean
}

/**
 * The next event of a subscription for one who listens to it over a websocket, decided in this transaction; it is sent when
 * that has committed. Undefined: there is nothing to listen to, because it is not theirs, has ended, or is told otherwise.
 * Notes how far it has been told.
 */
export async function nextTold(
  tx: Tx,
  { client, id, through, isBare, lastAt }: Listening,
): Promise<NextTold | undefined> {
  const subscription = await findListened(tx, client, id)
  if (subscription === undefined) return undefined
  await noteReached(tx, id, through)
  const { isPaused, heartbeatSeconds } = subscription
  const content = isBare ? 'empty' : subscription.content
  const [event] = isPaused ? [] : await decideEvents(tx, subscription, { since: through + 1, countMax: 1, content })
  const quietMs = tx.now.getTime() - lastAt.getTime()
  const isHeartbeatDue = !isPaused && heartbeatSeconds !== undefined && quietMs >= heartbeatSeconds * 1000
  return { subscription, event, isHeartbeatDue }
}

/** A subscription of a client that is told over a websocket, and has not ended. */
export async function findListened(tx: Tx, client: string, id: string): Promise<Subscription | undefined> {
  const found = await findSubscription(tx, client, id)
  return found?.channel === 'websocket' && found.status !== 'off' ? found : undefined
}

/** Notes that a listener was cut off, and why, as a code that has words: what it has not heard waits for it. */
export async function noteCut(tx: Tx, id: string, because: string): Promise<void> {
  tx.send(sql`
    insert into subscription_reached (subscription_id, number, at, cut_because) values (${id}, 0, ${tx.now}, ${because})
    on conflict (subscription_id) do update set cut_because = excluded.cut_because, at = excluded.at`)
}

/** Somebody listens, and has heard everything through this number: of several, the one that has heard the most counts. */
async function noteReached(tx: Tx, id: string, through: number): Promise<void> {
  tx.send(sql`
    insert into subscription_reached as held (subscription_id, number, at) values (${id}, ${through}, ${tx.now})
    on conflict (subscription_id) do update
    set number = greatest(held.number, excluded.number), at = excluded.at, cut_because = null
    where held.number < excluded.number or held.cut_because is not null`)
}
