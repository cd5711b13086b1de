import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type Parcel, TRY_SECONDS_MAX } from './carrier.ts'
import { mayLeave } from './may-leave.ts'
import type { CarrierName, OutgoingAbout } from './outgoing.ts'

/** How long nobody else takes what somebody has taken, seconds. Whoever took it and was killed is waited for no longer. */
const HELD_SECONDS = 3 * TRY_SECONDS_MAX

/** Something that is being tried: by whoever has taken it, and by nobody else. */
export interface Taken {
  readonly attemptId: string
  readonly number: number
  readonly carrier: CarrierName
  readonly parcel: Parcel
}

/** The destinations that something is due for, of those reached by a carrier that there is. */
export async function dueDestinations(tx: Tx, carriers: readonly CarrierName[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select destination.id
    from destination_now as destination
    where destination.carrier = any(${carriers}::text[])
      and destination.is_confirmed and not destination.is_paused and not destination.is_closed
      and exists (
        select from outgoing_waiting as waiting
        where waiting.destination_id = destination.id and waiting.due_at <= ${tx.now} and ${IS_FIRST})
    order by destination.id`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Nothing that was queued before it in the same order still waits. */
const IS_FIRST = sql`not exists (
  select from outgoing_waiting as earlier
  where earlier.destination_id = waiting.destination_id and earlier.turn = waiting.turn and earlier.sequence < waiting.sequence)`

/**
 * Takes the next thing that is due for a destination, of those that nothing in the same order stands before, and notes
 * that it is tried. Nobody else takes it, nor anything behind it, until it is settled or HELD_SECONDS have passed. What
 * tells of somebody is decided again in this very transaction: what is not open to the destination any more ends here,
 * untold, and the next is taken. To be called in turn, and what is taken leaves only after the commit.
 */
export async function takeNext(tx: Tx, destinationId: string): Promise<Taken | undefined> {
  for (let row = await takeRow(tx, destinationId); row !== undefined; row = await takeRow(tx, destinationId)) {
    if (!(await mayLeave(tx, row))) {
      await endUntold(tx, row.id)
      continue
    }
    const attemptId = tx.newId()
    await tx.db
      .insertInto('outgoingAttempt')
      .values({ id: attemptId, outgoingId: row.id, number: row.number, startedAt: tx.now })
      .execute()
    return { attemptId, number: row.number, carrier: row.carrier, parcel: parcelOf(row) }
  }
  return undefined
}

/** It was open when it was queued, and is not now: nothing of it leaves, and nothing behind it waits for it. */
async function endUntold(tx: Tx, outgoingId: string): Promise<void> {
  await tx.db
    .insertInto('outgoingOutcome')
    .values({ id: tx.newId(), outgoingId, outcome: 'not-open', at: tx.now })
    .execute()
  await tx.db.deleteFrom('outgoingWaiting').where('outgoingId', '=', outgoingId).execute()
}

async function takeRow(tx: Tx, destinationId: string): Promise<TakenRow | undefined> {
  const { rows } = await sql<TakenRow>`
    with next as (
      select waiting.outgoing_id
      from outgoing_waiting as waiting
      join destination_now as destination on destination.id = waiting.destination_id
      where waiting.destination_id = ${destinationId} and waiting.due_at <= ${tx.now} and ${IS_FIRST}
        and destination.is_confirmed and not destination.is_paused and not destination.is_closed
      order by waiting.sequence
      limit 1
      for update of waiting skip locked
    ), held as (
      update outgoing_waiting as waiting
      set tries = waiting.tries + 1, due_at = ${new Date(tx.now.getTime() + HELD_SECONDS * 1000)}
      from next where waiting.outgoing_id = next.outgoing_id
      returning waiting.outgoing_id, waiting.tries
    )
    select outgoing.id, held.tries as number, outgoing.recipient, outgoing.content_type, outgoing.body, outgoing.about,
           destination.carrier, destination.id as destination_id, destination.address, destination.settings
    from held
    join outgoing on outgoing.id = held.outgoing_id
    join destination on destination.id = outgoing.destination_id`.execute(tx.db)
  return rows[0]
}

interface TakenRow {
  readonly id: string
  readonly number: number
  readonly recipient: string | null
  readonly contentType: string
  readonly body: Buffer
  readonly about: OutgoingAbout | null
  readonly carrier: CarrierName
  readonly destinationId: string
  readonly address: string
  readonly settings: Readonly<Record<string, unknown>>
}

function parcelOf({ id, recipient, contentType, body, destinationId, address, settings }: TakenRow): Parcel {
  return {
    id,
    destination: { id: destinationId, address, settings },
    recipient: recipient ?? undefined,
    contentType,
    body,
  }
}
