import { type RawBuilder, sql } from 'kysely'

/** The person that an id is now, to stand in a question where a person's id does. Nothing for an id that is nobody's. */
export function personNow(id: string): RawBuilder<string> {
  return sql<string>`(select person_id from person_now where id = ${id})`
}

/**
 * Every id that is the same person now, to stand in a question after `in`: rows keep the id under which they were
 * written, and while two are one, those of either are everybody's. Nothing for an id that is nobody's.
 */
export function everyIdOf(id: string): RawBuilder<string> {
  return sql<string>`(
    select same.id from person_now as asked join person_now as same on same.person_id = asked.person_id
    where asked.id = ${id})`
}
