import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/** What tells whether two people may live together or be related. For comparing, and never for showing. */
export interface Household {
  /** Where they live now: by UPRN, and by postcode and door. Nothing in which people live who are not of one household. */
  readonly homes: ReadonlySet<string>
  readonly familyKeys: ReadonlySet<string>
}

/** The household of each of these people, from every source record that is linked to them. */
export async function householdsOf(tx: Tx, people: readonly string[]): Promise<ReadonlyMap<string, Household>> {
  const { rows } = await sql<{ personId: string; familyKeys: string[] | null; homes: string[] | null }>`
    with record as materialized (
      select link.person_id, record.family_key, standard.homes
      from person_link_now as link
      join source_record as record on record.id = link.source_record_id
      left join record_standard as standard on standard.source_record_id = record.id
      where link.person_id = any(${people}::uuid[])
    ), at as (
      select distinct record.person_id, home.place from record cross join lateral unnest(record.homes) as home (place)
    ), shared as (
      select place from at group by place having count(*) > 1
    ), of_many as (
      select place from shared where is_place_of_many(place)
    )
    select record.person_id, array_agg(distinct record.family_key) filter (where record.family_key <> '') as family_keys,
           (select array_agg(at.place) from at
            where at.person_id = record.person_id and at.place not in (select place from of_many)) as homes
    from record
    group by record.person_id`.execute(tx.db)
  return new Map(
    rows.map(({ personId, homes, familyKeys }) => [
      personId,
      { homes: new Set(homes ?? []), familyKeys: new Set(familyKeys ?? []) },
    ]),
  )
}

/** Whether two households are one: by UPRN where both have one, or else by address. The same as `live_together`. */
export function liveTogether(one: Household, other: Household): boolean {
  const uprns = [one, other].map(({ homes }) => [...homes].filter(home => home.startsWith('uprn ')))
  const both = uprns.every(found => found.length > 0)
  return (both ? uprns[0]! : [...one.homes]).some(home => other.homes.has(home))
}
