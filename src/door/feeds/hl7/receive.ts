import type { Store } from '#ground/db/store.ts'
import { acksFor, nakForUnreadable } from '#ground/hl7/ack.ts'
import { batchOfAcks } from '#ground/hl7/ack-batch.ts'
import { type Batch, readBatch } from '#ground/hl7/batch.ts'
import { readHeader } from '#ground/hl7/header.ts'
import { parseMessage } from '#ground/hl7/parse-message.ts'
import type { Pace } from '#ground/pace.ts'
import type { Sender } from '#work/sender/sender.ts'
import type { Arrival } from '../arrival.ts'
import { keepRefused, type Reading, takeIn } from '../take-in.ts'
import { readingOf, readingOfBatch } from './read.ts'

/**
 * Takes in one frame, a message or a batch of them, and answers its acknowledgements, once all of it has committed. What
 * cannot be applied is kept with a reason and an owner, and acknowledged: it is safe with us. Throws only when nothing
 * could be kept; then there is no answer, and the sender sends again.
 */
export async function receiveFrame(
  store: Store,
  frame: Buffer,
  from: string,
  { certificate, pace }: Line = {},
): Promise<readonly Buffer[]> {
  const arrival = { channel: 'hl7', raw: frame, from, certificate } as const
  const batch = readBatch(frame)
  return batch === undefined ? receiveMessage(store, arrival, pace) : [await receiveBatch(store, arrival, batch, pace)]
}

/** What is known of the connection besides its address. */
export interface Line {
  readonly certificate?: readonly string[] | undefined
  /** Holds the answers to senders that may send only so many messages a second. */
  readonly pace?: Pace | undefined
}

async function receiveMessage(store: Store, arrival: Arrival, pace?: Pace): Promise<readonly Buffer[]> {
  const parsed = parseMessage(arrival.raw)
  const header = parsed.ok ? readHeader(parsed.value) : parsed
  if (!parsed.ok || !header.ok) {
    const problem = parsed.ok ? (header.ok ? undefined : header.problem) : parsed.problem
    await keepRefused(store, arrival, problem!)
    return [nakForUnreadable(arrival.raw, ownOf(store)(), { problem: problem! })]
  }
  let sender: Sender | undefined
  const reading = telling(readingOf(parsed.value, header.value), whose => {
    sender = whose
  })
  const { outcome } = await takeIn(store, arrival, reading)
  if (sender !== undefined) await pace?.turn(sender.id, sender.line.perSecondMax)
  return acksFor(parsed.value, outcome === 'refused' ? 'rejected' : 'accepted', ownOf(store))
}

/**
 * Each message is an arrival of its own, with its own outcome, in order; sent again, those that were taken in are repeats.
 * A batch that is not what its trailers say is put aside besides, whole, so that somebody asks what is missing.
 */
async function receiveBatch(store: Store, arrival: Arrival, batch: Batch, pace?: Pace): Promise<Buffer> {
  const acks: Buffer[] = []
  for (const raw of batch.messages) acks.push(...(await receiveMessage(store, { ...arrival, raw }, pace)))
  if (batch.problem !== undefined) await takeIn(store, arrival, readingOfBatch(batch, batch.problem))
  return batchOfAcks(batch, acks, ownOf(store))
}

/** The same reading, which tells whose it is when it is applied. */
function telling(reading: Reading, tell: (sender: Sender) => void): Reading {
  return {
    ...reading,
    apply: (tx, as) => {
      tell(as.sender)
      return reading.apply(tx, as)
    },
  }
}

function ownOf(store: Store) {
  return () => ({ controlId: store.chance.id(), at: store.clock.now() })
}
