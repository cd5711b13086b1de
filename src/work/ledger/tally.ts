import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/** What became of the messages of one sender in one channel. */
export interface Tally {
  /** Null for all senders that have not been let in. */
  readonly senderId: string | null
  readonly channel: string
  readonly received: number
  readonly applied: number
  readonly duplicate: number
  readonly quarantined: number
  readonly refused: number
  readonly lastReceivedAt: Date | null
}

/** Until which message and which outcome something was counted, by their sequence. */
export interface Until {
  readonly message: number
  readonly outcome: number
}

/**
 * The figures of the ledger as they are in this very moment: what the last close counted, and what has come since. An
 * outcome counts for itself and against the one it replaces, so that nothing that was counted is looked at again.
 */
export async function readTallies(tx: Tx): Promise<Tally[]> {
  const close = await lastClose(tx)
  const { rows } = await sql<Tally>`
    select sender_id, channel, sum(received)::bigint as received, sum(applied)::bigint as applied,
           sum(duplicate)::bigint as duplicate, sum(quarantined)::bigint as quarantined,
           sum(refused)::bigint as refused, max(last_received_at) as last_received_at
    from (
      select sender_id, channel, received, applied, duplicate, quarantined, refused, last_received_at
      from ledger_tally
      where close_number = ${close.number}
      union all
      ${countedAfter(close.until, undefined)}
    ) as counted
    group by sender_id, channel`.execute(tx.db)
  return rows
}

/** The last close, or that nothing has been counted yet. */
export async function lastClose(tx: Tx): Promise<{ readonly number: number; readonly until: Until }> {
  const { rows } = await sql<{ number: number; messageUntil: number; outcomeUntil: number }>`
    select number, message_until, outcome_until from ledger_close order by number desc limit 1`.execute(tx.db)
  const [row] = rows
  return row === undefined
    ? { number: 0, until: { message: 0, outcome: 0 } }
    : { number: row.number, until: { message: row.messageUntil, outcome: row.outcomeUntil } }
}

/** Counts what came and what became of anything after one point, up to another or to now. */
export function countedAfter(from: Until, to: Until | undefined): RawBuilder<unknown> {
  const messages = to === undefined ? sql`` : sql`and message.sequence <= ${to.message}`
  const outcomes = to === undefined ? sql`` : sql`and outcome.sequence <= ${to.outcome}`
  return sql`
    select message.sender_id, message.channel, count(*) as received, 0 as applied, 0 as duplicate, 0 as quarantined,
           0 as refused, max(message.received_at) as last_received_at
    from message
    where message.sequence > ${from.message} ${messages}
    group by message.sender_id, message.channel
    union all
    select message.sender_id, message.channel, 0, ${moved('applied')}, ${moved('duplicate')}, ${moved('quarantined')},
           ${moved('refused')}, null
    from message_outcome as outcome
    join message on message.id = outcome.message_id
    left join message_outcome as until_then on until_then.id = outcome.replaces
    where outcome.sequence > ${from.outcome} ${outcomes}
    group by message.sender_id, message.channel`
}

function moved(name: 'applied' | 'duplicate' | 'quarantined' | 'refused'): RawBuilder<unknown> {
  return sql`count(*) filter (where outcome.outcome = ${name}) - count(*) filter (where until_then.outcome = ${name})`
}
