import { sql } from '#ground/db/sql.ts'
import { GotInTheWay, type Tx } from '#ground/db/store.ts'

/** The people that were held, until the transaction ends. */
export type HeldPeople = ReadonlySet<string>

/**
 * Holds the people these records are about, so that nobody else joins or parts them meanwhile. One row a person, taken
 * in the order of the ids: two acts wait for one another and never for each other. Whoever held them before may have
 * joined them to others, so what is read next must be seen to be of the people that were held (`stillHeld`).
 */
export async function holdPeople(tx: Tx, recordIds: readonly string[]): Promise<HeldPeople> {
  const { rows } = await sql<{ id: string }>`
    select id from person_now
    where id in (select person_id from person_link_now where source_record_id = any(${recordIds}::uuid[]))
    order by id
    for update`.execute(tx.db)
  return new Set(rows.map(({ id }) => id))
}

/** Has everything tried again from the start when somebody else was quicker. */
export function stillHeld(held: HeldPeople, people: readonly string[]): void {
  if (!people.every(id => held.has(id))) throw new GotInTheWay()
}
