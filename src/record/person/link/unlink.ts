import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { announcePeople } from './announce-people.ts'
import type { Because } from './because.ts'
import { holdPeople, stillHeld } from './hold.ts'

/** What was one person and is now these, each with the id it had before. One when other links still join them. */
export interface Parted {
  readonly people: readonly string[]
}

/** Ends a link, by another row. Whatever it alone held together parts. Refused when it is not in force. */
export async function unlinkRecords(tx: Tx, linkId: string, because: Because): Promise<Outcome<Parted, 'link.none'>> {
  const link = await tx.db.selectFrom('recordLink').select('recordA').where('id', '=', linkId).executeTakeFirst()
  if (link === undefined) return refused('link.none')
  const held = await holdPeople(tx, [link.recordA])
  const parted = await part(tx, sql`link.id = ${linkId}`, because)
  if (parted === undefined) return refused('link.none')
  stillHeld(held, parted.before)
  await announcePeople(tx, [...parted.before, ...parted.people])
  return done({ people: parted.people })
}

/**
 * Takes a record from everything it is joined to. What was joined through it alone parts too. Refused when no link of
 * it is in force.
 */
export async function separate(
  tx: Tx,
  sourceRecordId: string,
  because: Because,
): Promise<Outcome<Parted, 'link.none'>> {
  const held = await holdPeople(tx, [sourceRecordId])
  const parted = await part(tx, sql`${sourceRecordId} in (link.record_a, link.record_b)`, because)
  if (parted === undefined) return refused('link.none')
  stillHeld(held, parted.before)
  await announcePeople(tx, [...parted.before, ...parted.people])
  return done({ people: parted.people })
}

/**
 * Ends these links of one person, and gives each record the person that the links left in force make of it, in one
 * statement. Undefined when there is no such link in force.
 */
async function part(
  tx: Tx,
  which: ReturnType<typeof sql>,
  because: Because,
): Promise<{ readonly before: readonly string[]; readonly people: readonly string[] } | undefined> {
  const { decidedBy, accountId, reason } = because
  const { rows } = await sql<{ before: string[] | null; people: string[] | null }>`
    with recursive gone as materialized (
      select link.id, link.record_a, link.record_b from record_link_now as link where ${which}
    ), ended as (
      insert into record_link_end (record_link_id, decided_by, account_id, reason, ended_at)
      select id, ${decidedBy}, ${accountId ?? null}::uuid, ${reason}, ${tx.now}::timestamptz from gone
      -- Ended by somebody else in this moment: a clash with what this snapshot cannot see is a serialization failure so.
      on conflict do nothing
    ), reach (seed, id) as (
      select record_a, record_a from gone
      union
      select record_b, record_b from gone
      union
      select reach.seed, case when link.record_a = reach.id then link.record_b else link.record_a end
      from reach
      join record_link_now as link on reach.id in (link.record_a, link.record_b)
      where link.id not in (select gone.id from gone)
    ), side as materialized (
      select reach.seed, (array_agg(record.home_person_id order by record.arrival))[1] as person_id
      from reach
      join source_record as record on record.id = reach.id
      group by reach.seed
    ), member as materialized (
      select distinct now.id, now.person_id as before, side.person_id
      from reach
      join side on side.seed = reach.seed
      join source_record as record on record.id = reach.id
      join person_now as now on now.id = record.home_person_id
    ), moved as (
      update person_now as now set person_id = member.person_id
      from member
      where now.id = member.id and (member.before <> member.person_id or member.id = member.person_id)
    )
    select (select array_agg(distinct before::text) from member) as before,
           (select array_agg(distinct person_id::text) from member) as people`.execute(tx.db)
  const [row] = rows
  return row?.before && row.people ? { before: row.before, people: row.people } : undefined
}
