import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/** What tells whether two people may live together or be related. For comparing, and never for showing. */
export interface Household {
  /** Each address as its postcode and first line, letters and digits alone. */
  readonly addresses: ReadonlySet<string>
  readonly familyKeys: ReadonlySet<string>
}

/** The household of each of these people, from every source record that is linked to them. */
export async function householdsOf(tx: Tx, people: readonly string[]): Promise<ReadonlyMap<string, Household>> {
  const { rows } = await sql<{ personId: string; familyKeys: string[]; addresses: string[] }>`
    select link.person_id, array_agg(distinct record.family_key) filter (where record.family_key <> '') as family_keys,
           array_agg(distinct lower(regexp_replace(
             (home ->> 'postalCode') || (home -> 'line' ->> 0), '[^[:alnum:]]', '', 'g')))
             filter (where home ->> 'postalCode' <> '' and home -> 'line' ->> 0 <> '') as addresses
    from person_link_now as link
    join source_record as record on record.id = link.source_record_id
    left join lateral jsonb_array_elements(record.content -> 'address') as home on true
    where link.person_id = any(${people}::uuid[])
    group by link.person_id`.execute(tx.db)
  return new Map(
    rows.map(row => [
      row.personId,
      { addresses: new Set(row.addresses ?? []), familyKeys: new Set(row.familyKeys ?? []) },
    ]),
  )
}
