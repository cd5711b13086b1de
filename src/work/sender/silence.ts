import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { dueAfter, isRunning, type Rhythm } from './rhythm.ts'

/** A system that has not been heard for longer than its rhythm allows. */
export interface Silence {
  readonly senderId: string
  readonly application: string
  readonly facility: string
  /** The hospital whose system it is, or the organisation. */
  readonly place: Bilingual
  /** When its last message came, whatever became of it; undefined when none has come yet. */
  readonly heardAt: Date | undefined
  /** Since when it is late. */
  readonly dueAt: Date
  /** Whether it sends all day long, so that what is on a screen may no longer be so. */
  readonly isRunning: boolean
}

/**
 * The systems that are silent now, the longest silence first. Only those are missed whose map has a rhythm; one that has
 * sent nothing yet is missed from when it was let in. Worked out at the moment of asking, from what has come: it needs
 * nobody to have noticed.
 */
export async function silentSenders(tx: Tx): Promise<Silence[]> {
  const { rows } = await sql<SenderRow>`
    select sender.id as sender_id, sender.application, sender.facility, map.map -> 'rhythm' as rhythm,
           coalesce(hospital.name, jsonb_build_object('en', body.name_en, 'cy', body.name_cy)) as place,
           heard.received_at as heard_at, let_in.started_at as let_in_at
    from sender
    join sender_map_now as map on map.sender_id = sender.id
    join sender_map as let_in on let_in.sender_id = sender.id and let_in.version = 1
    join organisation as body on body.id = sender.organisation_id
    left join lateral (
      select message.received_at from message
      where message.sender_id = sender.id
      order by message.received_at desc
      limit 1
    ) as heard on true
    left join lateral (
      select jsonb_build_object('en', min(place.name_en), 'cy', min(place.name_cy)) as name
      from jsonb_each_text(map.map -> 'wards') as ward
      join team on team.code = ward.value
      join organisation as place on place.id = team.organisation_id
      having count(distinct place.id) = 1
    ) as hospital on true
    where map.map ? 'rhythm'`.execute(tx.db)
  return rows
    .map(({ rhythm, letInAt, heardAt, ...sender }) => ({
      ...sender,
      heardAt: heardAt ?? undefined,
      dueAt: dueAfter(rhythm, heardAt ?? letInAt),
      isRunning: isRunning(rhythm),
    }))
    .filter(({ dueAt }) => dueAt <= tx.now)
    .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
}

interface SenderRow extends Omit<Silence, 'heardAt' | 'dueAt' | 'isRunning'> {
  readonly rhythm: Rhythm
  readonly heardAt: Date | null
  readonly letInAt: Date
}
