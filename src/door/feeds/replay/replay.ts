import { sql } from 'kysely'
import { type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Replayed, ReplayProblem, ToPutRight } from '#work/ledger/replayer.ts'
import { findSender, getSender, type Sender } from '#work/sender/sender.ts'
import { READERS } from '../readers.ts'
import { strayOf } from '../stray.ts'
import { holdName, PutAside, type Reading } from '../take-in.ts'
import { become } from './become.ts'
import { holdWaiting, type Waiting } from './waiting.ts'
import { wordsFrom } from './words.ts'

/** One message to be read again, alone or with others: then nobody can be asked for a word about each. */
export interface ToReplay extends ToPutRight {
  readonly replayId?: string | undefined
}

/**
 * Reads a message that waits again, by the reader of its channel and under the map of now, and applies it: effect,
 * notices and its new outcome are one transaction. What fails again is undone and waits on, with the reason of now.
 */
export async function replay(
  store: Store,
  officer: WorkerActor,
  asked: ToReplay,
): Promise<Outcome<Replayed, ReplayProblem>> {
  try {
    return await transactionInTurn(store, tx => readAgain(tx, officer, asked))
  } catch (fault) {
    const reason = fault instanceof PutAside ? fault.reason : 'feed.failed'
    const detail = fault instanceof PutAside ? undefined : String(fault)
    return await transactionInTurn(store, tx => waitOn(tx, officer, asked, { reason, detail }))
  }
}

async function readAgain(tx: Tx, officer: WorkerActor, asked: ToReplay): Promise<Outcome<Replayed, ReplayProblem>> {
  const held = await holdWaiting(tx, officer, asked.messageId)
  if (!held.ok) return held
  const waiting = held.value
  const { reading, sender } = await applicable(tx, waiting)
  const isReused = await sharesItsName(tx, waiting, sender)
  if (isReused && asked.replayId !== undefined) throw new PutAside('feed.controlIdReused')
  const said = wordsFrom(asked.words, { needed: isReused })
  if (!said.ok) return said
  const applied = await reading.apply(tx, { sender, messageId: waiting.id })
  if (!applied.ok) throw new PutAside(applied.problem)
  await become(
    tx,
    waiting,
    { outcome: 'applied' },
    {
      officer,
      words: said.value,
      replayId: asked.replayId,
      senderId: waiting.senderId === null ? sender.id : undefined,
    },
  )
  return done({ outcome: 'applied', reason: undefined })
}

/** What a waiting message says under the map of now, and whose it is. Throws why not. */
export async function applicable(tx: Tx, waiting: Waiting): Promise<{ reading: Reading; sender: Sender }> {
  const { channel, raw, receivedFrom: from, certificate, senderId } = waiting
  const arrival = { channel, raw, from, certificate: certificate ?? undefined }
  const reader = READERS[channel]
  if (reader === undefined) throw new Error(`nothing reads ${channel} again`)
  const read = reader(arrival)
  if (!read.ok) throw new PutAside(read.problem)
  const reading = read.value
  await holdName(tx, reading)
  const sender =
    senderId === null ? await findSender(tx, reading.application, reading.facility) : await getSender(tx, senderId)
  if (sender === undefined) throw new PutAside('feed.unknownSender')
  const stray = senderId === null ? strayOf(sender, arrival) : undefined
  if (stray !== undefined) throw new PutAside(stray)
  return { reading, sender }
}

/**
 * Whether the sender used the same control id for other bytes, which came earlier or have taken effect since: then
 * nobody but a person can say that this is a message of its own.
 */
async function sharesItsName(tx: Tx, waiting: Waiting, sender: Sender): Promise<boolean> {
  const { rows } = await sql`
    select
    from message as other
    join message_outcome_now as outcome on outcome.message_id = other.id
    where other.control_id = ${waiting.controlId} and coalesce(other.sender_id, outcome.sender_id) = ${sender.id}
      and (other.sender_id = ${sender.id} or other.sender_id is null)
      and other.duplicate_of is null and other.content_hash <> ${waiting.contentHash}
      and (outcome.outcome = 'applied' or other.sequence < (select sequence from message where id = ${waiting.id}))
    limit 1`.execute(tx.db)
  return rows.length > 0
}

async function waitOn(
  tx: Tx,
  officer: WorkerActor,
  asked: ToReplay,
  { reason, detail }: { readonly reason: string; readonly detail: string | undefined },
): Promise<Outcome<Replayed, ReplayProblem>> {
  const held = await holdWaiting(tx, officer, asked.messageId)
  if (!held.ok) return held
  const { ownerTeamId } = held.value
  await become(
    tx,
    held.value,
    { outcome: 'quarantined', reason, ownerTeamId, ...(detail !== undefined && { detail }) },
    { officer, replayId: asked.replayId },
  )
  return done({ outcome: 'quarantined', reason })
}

/** Lets a message that waits be, for good and with a reason. It is kept, and is counted as refused. */
export async function setAside(
  store: Store,
  officer: WorkerActor,
  { messageId, words }: ToPutRight,
): Promise<Outcome<undefined, ReplayProblem>> {
  const said = wordsFrom(words, { needed: true })
  if (!said.ok) return said
  return transactionInTurn(store, async tx => {
    const held = await holdWaiting(tx, officer, messageId)
    if (!held.ok) return held
    await become(tx, held.value, { outcome: 'refused', reason: 'feed.setAside' }, { officer, words: said.value })
    return done(undefined)
  })
}
