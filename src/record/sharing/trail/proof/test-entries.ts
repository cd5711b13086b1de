import { sql } from 'kysely'
import type { Store } from '#ground/db/store.ts'

/** So many entries about nobody, as the trail has of a change of post: for what only counts and binds them. */
export async function writeEntries(store: Store, entries: number): Promise<void> {
  await sql`
    insert into trail_entry (id, at, actor_name, action, place, purpose, allowed, released, failed)
    select gen_random_uuid(), ${store.clock.now()}, 'Siôn ' || number, 'take-post', 'switch-post', 'none', true, '[]', '{}'
    from generate_series(1, ${entries}::integer) as number`.execute(store.db)
}
