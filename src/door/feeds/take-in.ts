import { holdAlone, isOutage, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import type { Outcome } from '#ground/outcome.ts'
import { findLastOwner } from '#record/organisation/last-owner.ts'
import type { StrayProblem } from '#work/sender/line.ts'
import { findSender, type Sender } from '#work/sender/sender.ts'
import type { Arrival } from './arrival.ts'
import {
  type Earlier,
  earlierAmong,
  findNamesakes,
  keepMessage,
  type MessageName,
  type MessageOutcome,
  type NewMessage,
} from './keep-message.ts'
import { strayOf } from './stray.ts'

/** What a channel read of one arrival before anybody asked whether its sender is let in: what it is known by, and what is to be done. */
export interface Reading extends MessageName {
  /** What kind of message it is, as the ledger shows it: `ADT^A01`. */
  readonly type: string
  /** Does what it says, all in the given transaction, or answers the code of why not. A function of the record and the bytes alone. */
  readonly apply: Apply
  /** What else is kept of it in the same transaction, once it is known what became of it. Nothing, if left out. */
  readonly note?: (tx: Tx, messageId: string, became: MessageOutcome) => Promise<void>
}

export type Apply = (tx: Tx, as: Applied) => Promise<Outcome<undefined, string>>

/** On whose word, and under which id of the ledger, something is applied. */
export interface Applied {
  readonly sender: Sender
  readonly messageId: string
}

/** Why a message was put aside: undoes what was done of it, so that it can be kept whole and untouched instead. */
export class PutAside extends Error {
  readonly reason: string

  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}

/**
 * Takes in one arrival. The bytes, the effect, the notices and the outcome are one transaction; when this settles, it
 * has committed, and only then may the sender be told. Sent again, it takes effect once. What cannot be applied is
 * kept whole with a reason and an owner. Throws only when nothing could be kept.
 */
export async function takeIn(store: Store, arrival: Arrival, reading: Reading): Promise<MessageOutcome> {
  try {
    return await transactionInTurn(store, tx => take(tx, arrival, reading))
  } catch (fault) {
    // Not the message's fault: nothing is said, so it is sent again when the database is back.
    if (isOutage(fault)) throw fault
    const reason = fault instanceof PutAside ? fault.reason : 'feed.failed'
    const detail = fault instanceof PutAside ? undefined : String(fault)
    return await transactionInTurn(store, tx => putAside(tx, arrival, reading, { reason, detail }))
  }
}

/** Keeps what could not be read at all, so that whoever sent it can be shown it. */
export async function keepRefused(
  store: Store,
  { channel, raw, from, certificate }: Arrival,
  reason: string,
): Promise<void> {
  const unread = { senderId: undefined, controlId: undefined, type: undefined }
  const message = { ...unread, channel, raw, receivedFrom: from, certificate }
  await transactionInTurn(store, tx => keepMessage(tx, message, { outcome: 'refused', reason }))
}

async function take(tx: Tx, arrival: Arrival, reading: Reading): Promise<MessageOutcome> {
  const { sender, stray, message, earlier } = await know(tx, arrival, reading)
  if (earlier?.kind === 'same') return repeat(tx, message, earlier, reading)
  if (sender === undefined) throw new PutAside(stray ?? 'feed.unknownSender')
  if (earlier?.kind === 'other') throw new PutAside('feed.controlIdReused')
  const id = tx.newId()
  const applied = await reading.apply(tx, { sender, messageId: id })
  if (!applied.ok) throw new PutAside(applied.problem)
  return keep(tx, message, { outcome: 'applied' }, reading, { id })
}

/**
 * Keeps a message that was not applied, whole, for its owner to see. Where nobody could own it, it is refused: nothing
 * may wait unseen.
 */
async function putAside(
  tx: Tx,
  arrival: Arrival,
  reading: Reading,
  { reason, detail }: { readonly reason: string; readonly detail: string | undefined },
): Promise<MessageOutcome> {
  const { claimed, message, earlier } = await know(tx, arrival, reading)
  if (earlier?.kind === 'same') return repeat(tx, message, earlier, reading)
  const ownerTeamId = claimed?.ownerTeamId ?? (await findLastOwner(tx))
  if (ownerTeamId === undefined) return keep(tx, message, { outcome: 'refused', reason }, reading)
  const waits = { outcome: 'quarantined', reason, ownerTeamId, ...(detail !== undefined && { detail }) } as const
  return keep(tx, message, waits, reading)
}

/** What is known of an arrival before anything is done with it. */
interface Known {
  /** Undefined for who is not let in, and for whose name came over a line on which it is not believed. */
  readonly sender: Sender | undefined
  readonly claimed: Sender | undefined
  readonly stray: StrayProblem | undefined
  readonly message: NewMessage
  readonly earlier: Earlier
}

/**
 * Whose message it is, if it came over a line on which that sender is believed, and whether it came before. Otherwise
 * nobody's: it must neither take effect nor use up a control id of the sender whose name it bears.
 */
async function know(tx: Tx, arrival: Arrival, reading: Reading): Promise<Known> {
  await holdName(tx, reading)
  const [claimed, namesakes] = await together([
    findSender(tx, reading.application, reading.facility),
    findNamesakes(tx, reading, arrival.raw),
  ])
  const stray = claimed && strayOf(claimed, arrival)
  const sender = stray === undefined ? claimed : undefined
  const message = messageOf(arrival, reading, sender)
  return { sender, claimed, stray, message, earlier: earlierAmong(namesakes, message) }
}

function repeat(
  tx: Tx,
  message: NewMessage,
  earlier: Extract<Earlier, { kind: 'same' }>,
  reading: Reading,
): Promise<MessageOutcome> {
  return keep(tx, message, { outcome: 'duplicate' }, reading, { duplicateOf: earlier.messageId })
}

async function keep(
  tx: Tx,
  message: NewMessage,
  became: MessageOutcome,
  { note }: Reading,
  { id = tx.newId(), duplicateOf }: { readonly id?: string; readonly duplicateOf?: string } = {},
): Promise<MessageOutcome> {
  await keepMessage(tx, message, became, { id, ...(duplicateOf !== undefined && { duplicateOf }) })
  await note?.(tx, id, became)
  return became
}

function messageOf(
  { channel, raw, from, certificate }: Arrival,
  reading: Reading,
  sender: Sender | undefined,
): NewMessage {
  const { application, facility, controlId, type } = reading
  const stated = sender === undefined ? { application, facility } : undefined
  return { channel, senderId: sender?.id, stated, controlId, type, raw, receivedFrom: from, certificate }
}

/** Two messages that come at once under one control id: the second must see the first. */
export async function holdName(tx: Tx, { application, facility, controlId }: MessageName): Promise<void> {
  await holdAlone(tx, `message ${application} ${facility} ${controlId}`)
}
