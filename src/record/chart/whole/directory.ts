import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { referencesIn } from '#ground/fhir/references-in.ts'
import { columnsOf, type Found, foundFrom, type Row } from '../search/columns.ts'
import { heldOfAnyType } from '../search/held.ts'
import { INCLUDED_MAX, TooMuchIncluded } from '../search/include.ts'
import type { Open } from '../search/open.ts'
import type { Caller } from '../store/caller.ts'
import { placesInScope } from '../store/in-scope.ts'
import { type Named, namedBy } from '../store/place.ts'

/** How often it goes on from what was found: from a role to the worker, the organisation, and what that is part of. */
const ROUNDS_MAX = 5

/** What may go along: of which types, and how our own address begins, which a reference may have. */
export interface Along {
  readonly types: readonly string[]
  readonly base: string
}

/**
 * What says nothing about anybody and is referred to: workers, organisations, places, medicines; and what they refer to.
 * Each once. References are read in what is shown, so that what is left out of it leads nowhere. An id that somebody chose
 * means something within what they wrote; and of all of it what the caller's app may read. Throws `TooMuchIncluded`.
 */
export async function findDirectory(
  tx: Tx,
  { caller, open }: { readonly caller: Caller; readonly open: Open },
  from: readonly Found[],
  along: Along,
): Promise<Found[]> {
  const met = new Set(from.map(({ id }) => id))
  const found: Found[] = []
  for (let round = 0, next = from; round < ROUNDS_MAX && next.length > 0; round++) {
    const led = await ledTo(tx, open, next, along)
    next = (await placesInScope(tx, caller, 'r', led)).filter(({ id }) => !met.has(id))
    for (const { id } of next) met.add(id)
    found.push(...next)
    if (found.length > INCLUDED_MAX) throw new TooMuchIncluded()
  }
  return found
}

async function ledTo(tx: Tx, open: Open, from: readonly Found[], { types, base }: Along): Promise<Found[]> {
  const named = from.flatMap(({ text, contributorId }) =>
    namesIn(text, base).flatMap(name => (types.includes(name.type) ? [{ ...name, contributorId }] : [])),
  )
  const links = [...new Map(named.map(link => [Object.values(link).join(' '), link])).values()]
  if (links.length === 0) return []
  const one = heldOfAnyType('one')
  const about = sql`(select null::uuid as person_id, null::uuid as home_person_id)`
  const { rows } = await sql<Row>`
    select distinct on (one.id) ${columnsOf(one, open)}
    from unnest(${links.map(({ type }) => type)}::text[], ${links.map(({ id }) => id)}::text[],
                ${links.map(({ contributorId }) => contributorId)}::uuid[]) as link (type, named, contributor_id)
    join resource as one on ${one.logicalId} = link.named and one.type = link.type
    cross join ${about} as about
    where ${one.isOne} and one.data_class = 'directory'
      and (one.logical_id is null or one.contributor_id = link.contributor_id)
    order by one.id
    limit ${INCLUDED_MAX + 1}`.execute(tx.db)
  return rows.map(foundFrom)
}

/** What a resource in JSON refers to here, each once. */
export function namesIn(text: string, base: string): Named[] {
  const names = referencesIn(JSON.parse(text)).flatMap(reference => namedBy(reference, base) ?? [])
  return [...new Map(names.map(name => [`${name.type}/${name.id}`, name])).values()]
}
