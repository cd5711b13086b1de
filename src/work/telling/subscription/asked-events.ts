import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { noteTold, openToSystem } from '#record/sharing/to-system.ts'
import { receiverOf } from '#work/outbox/receiver.ts'
import { findTellable } from '../tellable.ts'
import { eventOf } from './event.ts'
import type { ToldEvent } from './notification.ts'
import type { Content, Subscription } from './subscription.ts'

/** How many events are told at once, the first of those asked for. */
export const EVENTS_MAX = 100

/** Which events a system asks for again, by their numbers, and how much of each. */
export interface WantedEvents {
  readonly since: number | undefined
  readonly until: number | undefined
  readonly content: Content
}

/**
 * The events of a subscription that its system asks for, each decided anew as it is told: of what is not open any more the
 * number stands and nothing else, so that the system does not go on asking. What is told is in the trail.
 */
export async function eventsAsked(
  tx: Tx,
  { id, destinationId }: Subscription,
  { since, until, content }: WantedEvents,
): Promise<ToldEvent[]> {
  const { rows } = await sql<{ number: number; noticeId: string; personId: string; recordedAt: Date }>`
    select event.number, event.notice_id, notice.person_id, notice.recorded_at
    from subscription_event as event
    join notice_now as notice on notice.id = event.notice_id
    where event.subscription_id = ${id}
      and event.number between ${since ?? 1} and ${until ?? Number.MAX_SAFE_INTEGER}
    order by event.number
    limit ${EVENTS_MAX}`.execute(tx.db)
  const system = await receiverOf(tx, destinationId)
  const events: ToldEvent[] = []
  for (const { number, noticeId, personId, recordedAt: at } of rows) {
    const told = system && (await findTellable(tx, system, { noticeId, personId }))
    const { about, ...event } =
      system && told ? await eventOf(tx, system, told, content) : { focus: undefined, entries: [], about: undefined }
    const access = system && about && (await openToSystem(tx, system, personId))
    if (access && about) await noteTold(tx, access, about.released)
    events.push({ number, at, ...event })
  }
  return events
}
