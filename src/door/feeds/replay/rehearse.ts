import { sql } from 'kysely'
import { type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { readAdt } from '#ground/hl7/adt.ts'
import { parseMessage } from '#ground/hl7/parse-message.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Rehearsed, ToRehearse } from '#work/ledger/replayer.ts'
import { getSender, type Sender } from '#work/sender/sender.ts'
import { keepMap } from '#work/sender/write-map.ts'
import type { Channel } from '../channel.ts'
import { READERS } from '../readers.ts'

/** How many messages that wait are tried, those that came first. */
const WAITING_MAX = 100
/** How many of the last messages that came are tried. */
const LAST_MAX = 50

/**
 * What would become of a sender's messages under another map: of those that wait, in order of arrival, and of the last
 * that came. Each is applied in a transaction that is undone whole, so that nothing is written and nobody is told.
 */
export async function rehearse(store: Store, officer: WorkerActor, asked: ToRehearse): Promise<Rehearsed[]> {
  let found: Rehearsed[] = []
  const undo = new Undo()
  await transactionInTurn(store, async tx => {
    found = await tryAll(tx, officer, asked)
    throw undo
  }).catch(fault => {
    if (fault !== undo) throw fault
  })
  return found
}

/** Thrown so that all of a rehearsal is undone. */
class Undo extends Error {}

async function tryAll(tx: Tx, officer: WorkerActor, { senderId, map }: ToRehearse): Promise<Rehearsed[]> {
  const messages = await messagesOf(tx, senderId)
  const now = await getSender(tx, senderId)
  const { version } = await tx.db
    .selectFrom('senderMapNow')
    .select('version')
    .where('senderId', '=', senderId)
    .executeTakeFirstOrThrow()
  await keepMap(tx, officer, { senderId, version: Number(version) + 1, map, reason: '' })
  const then = await getSender(tx, senderId)
  const tried: Rehearsed[] = []
  for (const { raw, channel, receivedFrom, ...message } of messages) {
    // What has taken effect is tried as if it came again under another id; what waits, as it would be replayed.
    const messageId = message.outcome === 'applied' ? tx.newId() : message.id
    const outcome = await tryOne(tx, { raw, channel, from: receivedFrom }, messageId, then)
    tried.push({
      ...message,
      type: message.type ?? undefined,
      controlId: message.controlId ?? undefined,
      now: { outcome: message.outcome, reason: message.reason ?? undefined, ward: wardIn(raw, channel, now) },
      after: { ...outcome, ward: wardIn(raw, channel, then) },
    })
  }
  return tried
}

/** What one message does, kept for those after it; or why it does nothing, with all of it undone. */
async function tryOne(
  tx: Tx,
  arrival: { readonly raw: Buffer; readonly channel: Channel; readonly from: string },
  messageId: string,
  sender: Sender,
): Promise<{ readonly outcome: 'applied' | 'quarantined'; readonly reason: string | undefined }> {
  await sql`savepoint tried`.execute(tx.db)
  const reason = await whyNot(tx, arrival, messageId, sender)
  if (reason !== undefined) await sql`rollback to savepoint tried`.execute(tx.db)
  await sql`release savepoint tried`.execute(tx.db)
  return { outcome: reason === undefined ? 'applied' : 'quarantined', reason }
}

async function whyNot(
  tx: Tx,
  arrival: { readonly raw: Buffer; readonly channel: Channel; readonly from: string },
  messageId: string,
  sender: Sender,
): Promise<string | undefined> {
  try {
    const read = READERS[arrival.channel]?.(arrival)
    if (read === undefined) return 'feed.failed'
    if (!read.ok) return read.problem
    const applied = await read.value.apply(tx, { sender, messageId })
    return applied.ok ? undefined : applied.problem
  } catch {
    return 'feed.failed'
  }
}

/** Which ward a stay is on by a map, with the sender's own word for it; undefined where the message names none. */
function wardIn(raw: Buffer, channel: Channel, sender: Sender): Rehearsed['now']['ward'] {
  const message = channel === 'hl7' ? parseMessage(raw) : undefined
  const event = message?.ok ? readAdt(message.value, sender.map) : undefined
  const code = event?.ok ? event.value.visit?.location?.ward : undefined
  return code ? { code, name: sender.wards.get(code)?.name } : undefined
}

interface Kept {
  readonly id: string
  readonly channel: Channel
  readonly type: string | null
  readonly controlId: string | null
  readonly raw: Buffer
  readonly receivedFrom: string
  readonly receivedAt: Date
  readonly outcome: Rehearsed['now']['outcome']
  readonly reason: string | null
}

/** Those of a sender that wait, those that came before it was let in among them, then the last that it sent. */
async function messagesOf(tx: Tx, senderId: string): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    (select message.id, message.channel, message.type, message.control_id, message.raw, message.received_from,
            message.received_at, outcome.outcome, outcome.reason
     from message_outcome_now as outcome
     join message on message.id = outcome.message_id
     join sender on sender.id = ${senderId}
     where outcome.outcome = 'quarantined' and message.raw is not null
       and (message.sender_id = sender.id
         or message.sender_id is null and message.stated_application = sender.application
           and message.stated_facility = sender.facility)
     order by message.sequence
     limit ${WAITING_MAX})
    union all
    (select message.id, message.channel, message.type, message.control_id, message.raw, message.received_from,
            message.received_at, outcome.outcome, outcome.reason
     from message
     join message_outcome_now as outcome on outcome.message_id = message.id
     where message.sender_id = ${senderId} and message.duplicate_of is null and message.raw is not null
       and outcome.outcome = 'applied'
     order by message.received_at desc
     limit ${LAST_MAX})`.execute(tx.db)
  return rows
}
