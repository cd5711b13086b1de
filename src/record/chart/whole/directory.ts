import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { columnsOf, type Found, foundFrom, type Row } from '../search/columns.ts'
import { heldOfAnyType } from '../search/held.ts'
import { INCLUDED_MAX, TooMuchIncluded } from '../search/include.ts'
import type { Open } from '../search/open.ts'

/** How often it goes on from what was found: from a role to the worker, the organisation, and what that is part of. */
const ROUNDS_MAX = 5

/**
 * What says nothing about anybody and is referred to: workers, organisations, places, medicines; and what they refer to.
 * Each once, of these types alone. An id that somebody chose means something within what they wrote. Throws `TooMuchIncluded`.
 */
export async function findDirectory(
  tx: Tx,
  open: Open,
  from: readonly Found[],
  types: readonly string[],
): Promise<Found[]> {
  const met = new Set(from.map(({ id }) => id))
  const found: Found[] = []
  for (let round = 0, next = from; round < ROUNDS_MAX && next.length > 0; round++) {
    const led = await ledTo(tx, open, next, types)
    next = led.filter(({ id }) => !met.has(id))
    for (const { id } of next) met.add(id)
    found.push(...next)
    if (found.length > INCLUDED_MAX) throw new TooMuchIncluded()
  }
  return found
}

async function ledTo(tx: Tx, open: Open, from: readonly Found[], types: readonly string[]): Promise<Found[]> {
  const one = heldOfAnyType('one')
  const about = sql`(select null::uuid as person_id, null::uuid as home_person_id)`
  const { rows } = await sql<Row>`
    select distinct on (one.id) ${columnsOf(one, open)}
    from unnest(${from.map(({ id }) => id)}::uuid[], ${from.map(({ contributorId }) => contributorId)}::uuid[])
      as origin (id, contributor_id)
    join index_reference as link on link.resource_id = origin.id
    join resource as one on ${one.logicalId} = link.target_id and one.type = link.target_type
    cross join ${about} as about
    where ${one.isOne} and one.data_class = 'directory' and one.type = any(${[...types]}::text[])
      and (one.logical_id is null or one.contributor_id = origin.contributor_id)
    order by one.id
    limit ${INCLUDED_MAX + 1}`.execute(tx.db)
  return rows.map(foundFrom)
}
