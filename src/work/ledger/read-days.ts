import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'

/** How many days are told of. */
export const DAYS_TOLD = 14

/** What came on one day of the region's calendar. */
export interface LedgerDay {
  /** ISO 8601. */
  readonly day: string
  readonly received: number
  /** How much of that waits in quarantine still. */
  readonly waiting: number
}

/** The last fourteen days, today last, each by what came on it; a day on which nothing came has a line too. */
export async function readDays(tx: Tx): Promise<LedgerDay[]> {
  const { rows } = await sql<LedgerDay>`
    with calendar as (
      select on_day::date as on_day, on_day::timestamp at time zone 'Europe/London' as since,
             (on_day::timestamp + interval '1 day') at time zone 'Europe/London' as until
      from generate_series(${dayOf(tx.now)}::date - ${DAYS_TOLD - 1}::int, ${dayOf(tx.now)}::date, interval '1 day') as on_day
    )
    select to_char(calendar.on_day, 'YYYY-MM-DD') as day, came.received, came.waiting
    from calendar
    cross join lateral (
      select count(*) as received, count(outcome.id) as waiting
      from message
      left join message_outcome_now as outcome on outcome.message_id = message.id and outcome.outcome = 'quarantined'
      where message.received_at >= calendar.since and message.received_at < calendar.until
    ) as came
    order by calendar.on_day`.execute(tx.db)
  return rows
}
