import { type RawBuilder, sql } from 'kysely'
import type { Access } from '#record/sharing/access.ts'

/**
 * What the accesses open, as a table `opened (place, person_id, contributor_id, data_class)` to join every read to;
 * `place` is the access's position in the list.
 */
export function openedBy(accesses: readonly Access[]): RawBuilder<unknown> {
  const open = accesses.flatMap((access, place) =>
    access.grants.map(grant => ({
      place,
      person_id: access.personId,
      contributor_id: grant.contributorId,
      data_class: grant.dataClass,
    })),
  )
  return sql`jsonb_to_recordset(${JSON.stringify(open)}::jsonb)
    as opened (place integer, person_id uuid, contributor_id uuid, data_class text)`
}
