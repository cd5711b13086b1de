import type { Tx } from '#ground/db/store.ts'
import { queueOutgoing } from '#work/outbox/queue.ts'
import { FHIR_JSON, notificationOf } from './notification.ts'
import { type NewSubscription, orderOf } from './subscription.ts'

type Greeted = Pick<NewSubscription, 'topic'> & {
  readonly endpoint: string
  readonly id: string
  readonly destinationId: string
  readonly version: number
}

/** Queues the handshake of what a system asks for. It tells of nobody, and whatever follows waits for it. */
export async function greet(tx: Tx, { id, destinationId, version, endpoint, topic }: Greeted): Promise<void> {
  const { events } = await tx.db
    .selectFrom('subscriptionNow')
    .select('events')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const told = { id, topic, status: 'requested', type: 'handshake', total: events ?? 0, events: [] } as const
  await queueOutgoing(tx, {
    destinationId,
    key: `${orderOf({ id })} handshake ${version}`,
    kind: 'subscription-notification',
    recipient: endpoint,
    contentType: FHIR_JSON,
    body: Buffer.from(JSON.stringify(notificationOf({ ...told, bundleId: tx.newId(), at: tx.now }))),
    order: orderOf({ id }),
  })
}
