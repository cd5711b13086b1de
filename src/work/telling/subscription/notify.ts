import { sql } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { ReceivingSystem } from '#record/sharing/to-system.ts'
import { queueOutgoing } from '#work/outbox/queue.ts'
import type { Tellable } from '../tellable.ts'
import type { Topic } from '../topic.ts'
import { eventOf } from './event.ts'
import { FHIR_JSON, notificationOf } from './notification.ts'
import { tellable } from './read.ts'
import { orderOf, SUBSCRIPTION_TOPIC, type Subscription } from './subscription.ts'

/** What happened, as far as it is open to a destination. */
export interface News {
  readonly destinationId: string
  readonly system: ReceivingSystem
  readonly topic: Topic
  readonly told: Tellable
}

/**
 * Gives what happened a number in each subscription that wants it, and queues it there: after the handshake, and in the
 * order of the numbers. One in error is sent nothing more until its system says anew what it wants; its events are kept, and
 * can be asked for. One that is listened to itself has it read from there (`next-told.ts`). Run it in turn.
 */
export async function notify(tx: Tx, news: News): Promise<void> {
  const { destinationId, topic, told } = news
  for (const subscription of await tellable(tx, { destinationId, topic })) {
    await holdAlone(tx, orderOf(subscription))
    if (isFor(subscription, told)) await notifyOne(tx, subscription, news)
  }
}

function isFor({ patient }: Subscription, { known }: Tellable): boolean {
  return (
    patient === undefined || known.some(({ system, value }) => system === patient.system && value === patient.value)
  )
}

async function notifyOne(tx: Tx, subscription: Subscription, news: News): Promise<void> {
  const { id, endpoint, status } = subscription
  const number = await nextNumber(tx, id)
  const isPosted = endpoint !== undefined && status !== 'error'
  const outgoingId = isPosted ? await post(tx, { ...subscription, endpoint }, news, number) : undefined
  const noticeId = news.told.notice.id
  const row = { subscriptionId: id, number, noticeId, outgoingId: outgoingId ?? null, at: tx.now }
  await tx.db.insertInto('subscriptionEvent').values(row).execute()
  await announce(tx, { topic: SUBSCRIPTION_TOPIC, id })
}

/** Queues a notification for an endpoint. Answers its id. */
async function post(
  tx: Tx,
  subscription: Subscription & { readonly endpoint: string },
  { system, topic, told }: News,
  number: number,
): Promise<string | undefined> {
  const { id, destinationId, endpoint, content } = subscription
  const { about, ...event } = await eventOf(tx, system, told, content)
  const bundle = notificationOf({
    ...{ id, topic, type: 'event-notification', total: number, bundleId: tx.newId(), at: tx.now },
    status: 'active',
    events: [{ number, at: told.notice.recordedAt, ...event }],
  })
  const order = orderOf(subscription)
  const what = { destinationId, order, kind: 'subscription-notification', recipient: endpoint, about } as const
  const body = Buffer.from(JSON.stringify(bundle))
  return queueOutgoing(tx, { ...what, key: `${order} event ${number}`, contentType: FHIR_JSON, body })
}

async function nextNumber(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from subscription_event where subscription_id = ${id}`.execute(tx.db)
  return rows[0]!.next
}
