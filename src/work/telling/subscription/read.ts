import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Topic } from '../topic.ts'
import { ERROR_TRIES, type Subscription, UNHEARD_SECONDS } from './subscription.ts'

/** The subscriptions of a destination, the oldest first; those that have ended a week ago and more are left out. */
export function subscriptionsOf(tx: Tx, destinationId: string): Promise<Subscription[]> {
  const recently = new Date(tx.now.getTime() - 7 * 24 * 60 * 60_000)
  const isShown = sql`coalesce(asked.ended_at, asked.ends_at, ${tx.now}) > ${recently}`
  return subscriptions(tx, sql`asked.destination_id = ${destinationId} and ${isShown}`)
}

/** One of a client's own. Undefined for somebody else's, and for one that is not there. */
export async function findSubscription(tx: Tx, client: string, id: string): Promise<Subscription | undefined> {
  return (await subscriptions(tx, sql`asked.id = ${id} and destination.settings ->> 'client' = ${client}`))[0]
}

/** All of a client's that have not ended, the oldest first. */
export function subscriptionsOfClient(tx: Tx, client: string): Promise<Subscription[]> {
  return subscriptions(tx, sql`destination.settings ->> 'client' = ${client} and asked.ended_at is null`)
}

/** Those that are to be told of a topic, or, without one, all that have not ended. */
export async function tellable(tx: Tx, { topic, destinationId }: Partial<Wanted>): Promise<Subscription[]> {
  const isWanted = sql`(${topic === undefined} or asked.topic = ${topic ?? ''})
    and (${destinationId === undefined} or asked.destination_id = ${destinationId ?? null}::uuid)`
  const all = await subscriptions(tx, sql`${isWanted} and asked.ended_at is null`)
  return all.filter(({ status }) => status !== 'off')
}

/** How many subscriptions of each destination do not arrive, by its id. */
export async function failingByDestination(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const failing = (await tellable(tx, {})).filter(({ status }) => status === 'error')
  return new Map([...Map.groupBy(failing, one => one.destinationId)].map(([id, all]) => [id, all.length]))
}

interface Wanted {
  readonly topic: Topic
  readonly destinationId: string
}

/**
 * With the status that follows from what became of all that was queued since the system said what it asks for: nobody
 * sets it, so that it cannot be wrong.
 */
async function subscriptions(tx: Tx, which: RawBuilder<unknown>): Promise<Subscription[]> {
  const { rows } = await sql<Row>`
    select asked.id, asked.destination_id, asked.version, asked.topic, asked.endpoint, asked.content, asked.patient_system,
           asked.patient_value, asked.heartbeat_seconds, asked.ends_at, asked.reason, asked.since, asked.turn, asked.events,
           asked.channel, asked.reached, destination.is_paused,
           case when asked.ended_at is not null or destination.is_closed or asked.ends_at <= ${tx.now} then 'off'
                when dead.reason is not null or failing.tries is not null or unheard.number is not null then 'error'
                when greeted.id is null and asked.channel = 'rest-hook' then 'requested' else 'active' end as status,
           coalesce(dead.reason, failing.code, asked.cut_because, unheard.code) as error
    from subscription_now as asked
    join destination_now as destination on destination.id = asked.destination_id
    left join lateral (
      select became.id from outgoing as sent
      join outgoing_outcome as became on became.outgoing_id = sent.id and became.outcome = 'delivered'
      where sent.turn = asked.turn and sent.queued_at >= asked.since
      limit 1
    ) as greeted on true
    left join lateral (
      select became.reason from outgoing as sent
      join outgoing_outcome as became on became.outgoing_id = sent.id
      where sent.turn = asked.turn and sent.queued_at >= asked.since and became.outcome = 'dead'
        and not exists (
          select from outgoing_outcome as later
          where later.outgoing_id = sent.id and later.sequence > became.sequence)
      order by became.sequence desc
      limit 1
    ) as dead on true
    left join lateral (
      select waiting.tries, answer.code from outgoing_waiting as waiting
      left join outgoing_attempt as attempt on attempt.outgoing_id = waiting.outgoing_id and attempt.number = waiting.tries
      left join outgoing_answer as answer on answer.attempt_id = attempt.id
      where waiting.destination_id = asked.destination_id and waiting.turn = asked.turn and waiting.tries >= ${ERROR_TRIES}
      limit 1
    ) as failing on true
    left join lateral (
      select event.number, 'subscription.nobodyListens' as code from subscription_event as event
      where event.subscription_id = asked.id and event.number = asked.reached + 1 and asked.channel = 'websocket'
        and event.at <= ${new Date(tx.now.getTime() - UNHEARD_SECONDS * 1000)} and not destination.is_paused
    ) as unheard on true
    where ${which}
    order by asked.created_at, asked.id`.execute(tx.db)
  return rows.map(({ patientSystem, patientValue, ...row }) => ({
    ...row,
    patient:
      patientSystem === null || patientValue === null ? undefined : { system: patientSystem, value: patientValue },
    heartbeatSeconds: row.heartbeatSeconds ?? undefined,
    endsAt: row.endsAt ?? undefined,
    endpoint: row.endpoint ?? undefined,
    error: row.status === 'error' ? (row.error ?? undefined) : undefined,
  }))
}

interface Row extends Omit<Subscription, 'patient' | 'endpoint' | 'heartbeatSeconds' | 'endsAt' | 'error'> {
  readonly patientSystem: string | null
  readonly patientValue: string | null
  readonly endpoint: string | null
  readonly heartbeatSeconds: number | null
  readonly endsAt: Date | null
  readonly error: string | null
}
