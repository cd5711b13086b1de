import { type RawBuilder, sql } from 'kysely'
import type { Access } from '#record/sharing/access.ts'

/**
 * What the accesses open, as a table `opened (place, person_id, contributor_id, data_class)` to join every read to;
 * `place` is the access's position in the list. It travels as one row a contributor: as one row a grant it took the
 * database as long to read as the search itself.
 */
export function openedBy(accesses: readonly Access[]): RawBuilder<unknown> {
  return openedIn(openedValue(accesses))
}

/** The same of a value that stands in a text which is put together once. */
export function openedIn(value: string): RawBuilder<unknown> {
  return sql`(
    select given.place, given.person_id, given.contributor_id, class.name as data_class
    from jsonb_to_recordset(${value}::jsonb)
      as given (place integer, person_id uuid, contributor_id uuid, data_classes text[])
    cross join lateral unnest(given.data_classes) as class (name)) as opened`
}

/** What the accesses open, as that table reads it. */
export function openedValue(accesses: readonly Access[]): string {
  return JSON.stringify(accesses.flatMap(openedOf))
}

function openedOf({ personId, grants }: Access, place: number) {
  return [...Map.groupBy(grants, ({ contributorId }) => contributorId)].map(([contributorId, own]) => ({
    place,
    person_id: personId,
    contributor_id: contributorId,
    data_classes: own.map(({ dataClass }) => dataClass),
  }))
}
