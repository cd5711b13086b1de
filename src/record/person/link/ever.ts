import { type RawBuilder, sql } from 'kysely'

/**
 * Of each of these records (a query of `id`) every record it is or ever was joined to, and the person id of each: rows
 * of `record_id`, `other_id` and `person_id`, the record itself among them. For what must outlast an undoing, such as
 * who explains a look that was made before it; never for what may be shown.
 */
export function everJoined(records: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    with recursive reach (record_id, other_id) as (
      select asked.id, asked.id from ${records} as asked (id)
      union
      select reach.record_id, case when link.record_a = reach.other_id then link.record_b else link.record_a end
      from reach
      join record_link as link on reach.other_id in (link.record_a, link.record_b)
    )
    select reach.record_id, reach.other_id, other.home_person_id as person_id
    from reach
    join source_record as other on other.id = reach.other_id)`
}
