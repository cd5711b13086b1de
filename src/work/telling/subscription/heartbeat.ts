import { sql } from 'kysely'
import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { queueOutgoing } from '#work/outbox/queue.ts'
import { FHIR_JSON, notificationOf } from './notification.ts'
import { tellable } from './read.ts'
import { orderOf, type Subscription } from './subscription.ts'

/**
 * Queues a heartbeat for each subscription that wants one and has been told nothing for as long as it said. One for which
 * something still waits has none: it would stand behind it and say nothing more.
 */
export async function beatHearts(store: Store): Promise<void> {
  await transactionInTurn(store, async tx => {
    const all = (await tellable(tx, {})).filter(isPosted)
    if (all.length === 0) return
    await holdAlone(tx, 'heartbeats of subscriptions')
    for (const one of all) if (one.status === 'active' && (await isQuiet(tx, one))) await beat(tx, one)
  })
}

type Posted = Subscription & { readonly endpoint: string }

/** One over a websocket hears it over that. */
function isPosted(one: Subscription): one is Posted {
  return one.heartbeatSeconds !== undefined && one.endpoint !== undefined
}

async function isQuiet(tx: Tx, { turn, heartbeatSeconds = 0 }: Subscription): Promise<boolean> {
  const { rows } = await sql<{ lastAt: Date | null; waiting: boolean }>`
    select (select max(queued_at) from outgoing where turn = ${turn}) as last_at,
           exists (select from outgoing_waiting where turn = ${turn}) as waiting`.execute(tx.db)
  const [row] = rows
  if (row === undefined || row.waiting || row.lastAt === null) return false
  return tx.now.getTime() - row.lastAt.getTime() >= heartbeatSeconds * 1000
}

async function beat(tx: Tx, { id, destinationId, endpoint, topic, events }: Posted): Promise<void> {
  const told = { id, topic, status: 'active', type: 'heartbeat', total: events, events: [] } as const
  await queueOutgoing(tx, {
    destinationId,
    key: `${orderOf({ id })} heartbeat ${tx.now.toISOString()}`,
    kind: 'subscription-notification',
    recipient: endpoint,
    contentType: FHIR_JSON,
    body: Buffer.from(JSON.stringify(notificationOf({ ...told, bundleId: tx.newId(), at: tx.now }))),
    order: orderOf({ id }),
  })
}
