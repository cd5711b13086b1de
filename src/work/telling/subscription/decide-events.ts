import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { noteTold, openToSystem } from '#record/sharing/to-system.ts'
import { receiverOf } from '#work/outbox/receiver.ts'
import { findTellable } from '../tellable.ts'
import { eventOf } from './event.ts'
import type { ToldEvent } from './notification.ts'
import type { Content, Subscription } from './subscription.ts'

/** Which events, by their numbers, how many of them at most, and how much of each. */
export interface EventsWanted {
  readonly since: number
  readonly until?: number | undefined
  readonly countMax: number
  readonly content: Content
}

/** An event as it may be told now. Of one that is not open any more the number stands and nothing else. */
export interface DecidedEvent extends ToldEvent {
  readonly isOpen: boolean
}

/**
 * Events of a subscription in the order of their numbers, each decided anew in this transaction, which is the one that tells
 * them: what is open is in the trail as told.
 */
export async function decideEvents(
  tx: Tx,
  { id, destinationId }: Pick<Subscription, 'id' | 'destinationId'>,
  { since, until, countMax, content }: EventsWanted,
): Promise<DecidedEvent[]> {
  const { rows } = await sql<{ number: number; noticeId: string; personId: string; recordedAt: Date }>`
    select event.number, event.notice_id, notice.person_id, notice.recorded_at
    from subscription_event as event
    join notice_now as notice on notice.id = event.notice_id
    where event.subscription_id = ${id} and event.number between ${since} and ${until ?? Number.MAX_SAFE_INTEGER}
    order by event.number
    limit ${countMax}`.execute(tx.db)
  const system = rows.length === 0 ? undefined : await receiverOf(tx, destinationId)
  const events: DecidedEvent[] = []
  for (const { number, noticeId, personId, recordedAt: at } of rows) {
    const told = system && (await findTellable(tx, system, { noticeId, personId }))
    const access = system && told && (await openToSystem(tx, system, personId))
    if (system === undefined || told === undefined || access === undefined) {
      events.push({ number, at, focus: undefined, entries: [], isOpen: false })
      continue
    }
    const { about, ...event } = await eventOf(tx, system, told, content)
    await noteTold(tx, access, about.released)
    events.push({ number, at, ...event, isOpen: true })
  }
  return events
}
