import { sql } from 'kysely'
import type { Store } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf } from '#test/kit.ts'

const COUNCIL = seedId.organisation('cyngor-dyffryn-banadl')
const AT = '2026-11-22T08:30:00Z'

/** Looks of somebody at somebody, which open nothing. Their ids follow from the first. */
export function addLooks(db: Store['db'], person: string, first: string, count: number) {
  const { accountId } = actorOf('marc-bennett')
  return sql`
    insert into trail_entry (id, at, person_id, account_id, actor_name, organisation_id, role, action, place, purpose, allowed, released, failed)
    select case number when 1 then ${first}::uuid else md5(${first} || number)::uuid end, ${AT}::timestamptz, ${person}::uuid, ${accountId}::uuid,
           'Marc Bennett', ${COUNCIL}::uuid, 'housing-officer', 'look', 'record', 'housing-support', false, '[]', '{no-clause}'
    from generate_series(1, ${count}) as number`.execute(db)
}
