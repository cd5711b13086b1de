import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type Figure, figureOf } from '#ground/small-numbers.ts'

/** How much one agency's system sends, and how much of it waits for somebody. */
export interface SenderFigures {
  /** MSH-3 and MSH-4 of the system; undefined for all that have not been let in. */
  readonly sender: { readonly application: string; readonly facility: string } | undefined
  readonly today: Figure
  /** In the last 7 times 24 hours. */
  readonly week: Figure
  readonly waiting: Figure
  /** When the one that has waited longest came. */
  readonly longestSince: Date | undefined
}

interface SenderRow {
  readonly application: string | null
  readonly facility: string | null
  readonly today: number
  readonly week: number
  readonly waiting: number
  readonly longestSince: Date | null
}

/** A line for each sender, also for a silent one: that a hospital sends nothing is worth knowing. */
export async function messagesReceived(tx: Tx): Promise<SenderFigures[]> {
  const { rows } = await sql<SenderRow>`
    with events as (
      select sender_id, received_at, null::timestamptz as waits_since
      from message
      where received_at > ${tx.now}::timestamptz - interval '7 days'
      union all
      select message.sender_id, null, message.received_at
      from message_outcome_now as outcome
      join message on message.id = outcome.message_id
      where outcome.outcome = 'quarantined'
    ), counted as (
      select sender_id, count(received_at) as week,
             count(received_at) filter (
               where received_at >= date_trunc('day', ${tx.now}::timestamptz, 'Europe/London')) as today,
             count(waits_since) as waiting, min(waits_since) as longest_since
      from events
      group by sender_id
    )
    select sender.application, sender.facility, coalesce(counted.today, 0) as today, coalesce(counted.week, 0) as week,
           coalesce(counted.waiting, 0) as waiting, counted.longest_since
    from sender
    full join counted on counted.sender_id = sender.id
    order by sender.application nulls last, sender.facility`.execute(tx.db)
  return rows.map(({ application, facility, today, week, waiting, longestSince }) => ({
    sender: application === null || facility === null ? undefined : { application, facility },
    today: figureOf(today),
    week: figureOf(week),
    waiting: figureOf(waiting),
    longestSince: longestSince ?? undefined,
  }))
}
