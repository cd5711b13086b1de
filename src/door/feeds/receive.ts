import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { ackFor, nakForUnreadable, type Verdict } from '#ground/hl7/ack.ts'
import { readAdt } from '#ground/hl7/adt.ts'
import { type MessageHeader, readHeader } from '#ground/hl7/header.ts'
import { type Hl7Message, parseMessage } from '#ground/hl7/message.ts'
import { applyAdt } from './adt/apply.ts'
import { type Earlier, findEarlier, findLastOwner, keepMessage, type NewMessage } from './keep-message.ts'
import { findSender, type Sender } from './senders.ts'

/** Why a message was put aside: undoes what was done of it, so that it can be kept whole and untouched instead. */
class PutAside extends Error {
  readonly reason: string

  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}

/**
 * Takes in one frame and answers its acknowledgement. The bytes, the effect, the notices and the outcome are one
 * transaction, and the answer is given only once it has committed. Sent again, it takes effect once.
 * What cannot be applied is kept with a reason and an owner, and acknowledged: it is safe with us.
 * Throws only when nothing could be kept; then there is no answer, and the sender sends again.
 */
export async function receiveFrame(store: Store, frame: Buffer, from: string): Promise<Buffer> {
  const own = () => ({ controlId: store.chance.id(), at: store.clock.now() })
  const parsed = parseMessage(frame)
  const header = parsed.ok ? readHeader(parsed.value) : parsed
  if (!parsed.ok || !header.ok) {
    const problem = parsed.ok ? (header.ok ? undefined : header.problem) : parsed.problem
    await keepRefused(store, frame, from, problem!)
    return nakForUnreadable(frame, own(), { problem: problem! })
  }
  const verdict = await receiveMessage(store, { frame, from, message: parsed.value, header: header.value })
  return ackFor(parsed.value, verdict, own())
}

/** Keeps what could not be taken in, so that whoever sent it can be shown it. */
export async function keepRefused(store: Store, raw: Buffer, from: string, reason: string): Promise<void> {
  const arrival = { senderId: undefined, controlId: undefined, type: undefined, raw, receivedFrom: from }
  await transactionInTurn(store, tx => keepMessage(tx, arrival, { outcome: 'refused', reason }))
}

interface Received {
  readonly frame: Buffer
  readonly from: string
  readonly message: Hl7Message
  readonly header: MessageHeader
}

async function receiveMessage(store: Store, received: Received): Promise<Verdict> {
  try {
    await transactionInTurn(store, tx => take(tx, received))
  } catch (fault) {
    const reason = fault instanceof PutAside ? fault.reason : 'feed.failed'
    const detail = fault instanceof PutAside ? undefined : String(fault)
    return await transactionInTurn(store, tx => putAside(tx, received, reason, detail))
  }
  return 'accepted'
}

async function take(tx: Tx, { frame, from, message, header }: Received): Promise<void> {
  const sender = await findSender(tx, header.sendingApplication ?? '', header.sendingFacility ?? '')
  const arrival = arrivalOf({ frame, from, message, header }, sender)
  // Two messages that come at once under one control id: the second must see the first.
  await holdAlone(tx, `message ${sender?.id} ${arrival.controlId}`)
  const earlier = await findEarlier(tx, arrival)
  if (earlier?.kind === 'same') return repeat(tx, arrival, earlier)
  if (sender === undefined) throw new PutAside('feed.unknownSender')
  if (earlier?.kind === 'other') throw new PutAside('feed.controlIdReused')
  const event = readAdt(message, sender.map)
  if (!event.ok) throw new PutAside(event.problem)
  const id = tx.newId()
  const applied = await applyAdt(tx, { sender, event: event.value, messageId: id })
  if (!applied.ok) throw new PutAside(applied.problem)
  await keepMessage(tx, arrival, { outcome: 'applied' }, { id })
}

/**
 * Keeps a message that was not applied, whole, for its owner to see. Where nobody could own it, it is refused: nothing
 * may wait unseen.
 */
async function putAside(tx: Tx, received: Received, reason: string, detail: string | undefined): Promise<Verdict> {
  const { sendingApplication = '', sendingFacility = '' } = received.header
  const sender = await findSender(tx, sendingApplication, sendingFacility)
  const arrival = arrivalOf(received, sender)
  const earlier = await findEarlier(tx, arrival)
  if (earlier?.kind === 'same') {
    await repeat(tx, arrival, earlier)
    return 'accepted'
  }
  const ownerTeamId = sender?.ownerTeamId ?? (await findLastOwner(tx))
  if (ownerTeamId === undefined) {
    await keepMessage(tx, arrival, { outcome: 'refused', reason })
    return 'rejected'
  }
  await keepMessage(tx, arrival, {
    outcome: 'quarantined',
    reason,
    ownerTeamId,
    ...(detail !== undefined && { detail }),
  })
  return 'accepted'
}

async function repeat(tx: Tx, arrival: NewMessage, earlier: Extract<Earlier, { kind: 'same' }>): Promise<void> {
  await keepMessage(tx, arrival, { outcome: 'duplicate' }, { duplicateOf: earlier.messageId })
}

function arrivalOf({ frame, from, header }: Received, sender: Sender | undefined): NewMessage {
  return {
    senderId: sender?.id,
    controlId: header.controlId,
    type: header.trigger === undefined ? header.type : `${header.type}^${header.trigger}`,
    raw: frame,
    receivedFrom: from,
  }
}
