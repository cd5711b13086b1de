import { sql } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { type NewOutgoing, OUTGOING_TOPIC } from './outgoing.ts'
import { ownerOf } from './owner.ts'

/** How many may wait for one destination. What comes then is kept as dead, with its owner: nothing is lost, nothing grows without end. */
export const WAITING_MAX = 10_000

/**
 * Queues something to be sent, in the transaction of what caused it: it leaves if that commits, and not otherwise.
 * Answers its id, or undefined when its key was queued before. It is sent at least once, after whatever was queued
 * before it in the same order, or becomes a dead letter with an owner.
 */
export async function queueOutgoing(tx: Tx, outgoing: NewOutgoing): Promise<string | undefined> {
  const { destinationId, order, key } = outgoing
  const id = tx.newId()
  const turn = order === undefined ? id : `${destinationId} ${order}`
  // Numbers are drawn in the order of commits, or a later one might be sent before an earlier one is there.
  if (order !== undefined) await holdAlone(tx, `outgoing ${turn}`)
  const { rows } = await sql<{ sequence: number }>`
    insert into outgoing (id, destination_id, key, turn, kind, recipient, content_type, body, about, queued_at)
    values (${id}, ${destinationId}, ${key}, ${turn}, ${outgoing.kind}, ${outgoing.recipient ?? null},
            ${outgoing.contentType}, ${Buffer.from(outgoing.body)}, ${outgoing.about ? JSON.stringify(outgoing.about) : null}::jsonb,
            ${tx.now})
    on conflict (destination_id, key) do nothing
    returning sequence`.execute(tx.db)
  const [queued] = rows
  if (queued === undefined) return undefined
  const isOwned = (await isFull(tx, destinationId)) && (await letDie(tx, { id, destinationId }, 'outbox.full'))
  if (!isOwned) await wait(tx, { id, destinationId, turn, sequence: queued.sequence })
  await announce(tx, { topic: OUTGOING_TOPIC, id: destinationId })
  return id
}

/** Whether as many wait for a destination as may. */
async function isFull(tx: Tx, destinationId: string): Promise<boolean> {
  const { rows } = await sql`
    select from outgoing_waiting where destination_id = ${destinationId} offset ${WAITING_MAX - 1} limit 1`.execute(
    tx.db,
  )
  return rows.length > 0
}

async function wait(
  tx: Tx,
  { id, ...place }: { id: string; destinationId: string; turn: string; sequence: number },
): Promise<void> {
  await tx.db
    .insertInto('outgoingWaiting')
    .values({ outgoingId: id, ...place, since: tx.now, dueAt: tx.now, tries: 0, errors: 0 })
    .execute()
}

/**
 * Makes something that is not sent any more a dead letter of the team that answers for its destination. False, and
 * nothing is done, in a region where nobody could: it must not lie there unseen.
 */
export async function letDie(
  tx: Tx,
  { id, destinationId }: { readonly id: string; readonly destinationId: string },
  reason: string,
): Promise<boolean> {
  const ownerTeamId = await ownerOf(tx, destinationId)
  if (ownerTeamId === undefined) return false
  await tx.db
    .insertInto('outgoingOutcome')
    .values({ id: tx.newId(), outgoingId: id, outcome: 'dead', reason, ownerTeamId, at: tx.now })
    .execute()
  return true
}
