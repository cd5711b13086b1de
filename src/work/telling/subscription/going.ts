import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/** How it goes with what a subscription is to be told. */
export interface Going {
  /** How many wait to be sent, or for somebody who listens. */
  readonly waiting: number
  /** How many did not arrive and are not tried any more. */
  readonly dead: number
  /** Since when something has waited in vain, or been dead. */
  readonly failingSince: Date | undefined
}

/** How it goes with each of these subscriptions, by its id. Tells of no person. */
export async function goingOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Going>> {
  const { rows } = await sql<Omit<Going, 'failingSince'> & { id: string; failingSince: Date | null }>`
    select asked.id, dead.dead,
           case asked.channel when 'websocket' then greatest(asked.events - asked.reached, 0) else posted.waiting end as waiting,
           case asked.channel when 'websocket' then unheard.at else least(dead.since, posted.since) end as failing_since
    from subscription_now as asked
    cross join lateral (
      select count(*) as waiting, min(first.started_at) as since
      from outgoing_waiting as waiting
      left join outgoing_attempt as first on first.outgoing_id = waiting.outgoing_id and first.number = 1
      where waiting.destination_id = asked.destination_id and waiting.turn = asked.turn
    ) as posted
    cross join lateral (
      select count(*) as dead, min(became.at) as since
      from outgoing as sent
      join outgoing_outcome as became on became.outgoing_id = sent.id and became.outcome = 'dead'
      where sent.turn = asked.turn
        and not exists (
          select from outgoing_outcome as later where later.outgoing_id = sent.id and later.sequence > became.sequence)
    ) as dead
    left join subscription_event as unheard
      on unheard.subscription_id = asked.id and unheard.number = asked.reached + 1 and asked.channel = 'websocket'
    where asked.id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(
    rows.map(({ id, failingSince, ...going }) => [id, { ...going, failingSince: failingSince ?? undefined }]),
  )
}
