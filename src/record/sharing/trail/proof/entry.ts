import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'

/** One entry with what binds it: whoever is handed this can check by themselves that it stands in the log. */
export interface HandedEntry {
  /** The number of its leaf. */
  readonly number: number
  /** Base64. */
  readonly secret: string
  /** The entry as it was bound, word for word. */
  readonly text: string
}

/** What to hand to whoever is to check an entry by themselves. Personal: for them alone. */
export async function handEntry(tx: Tx, id: string): Promise<Outcome<HandedEntry, 'entry-not-sealed'>> {
  await sql`set local timezone = 'UTC'`.execute(tx.db)
  const { rows } = await sql<HandedEntry>`
    select leaf.number, encode(secret.secret, 'base64') as secret, sealed_text(to_jsonb(entry)) as text
    from trail_leaf as leaf
    join trail_secret as secret on secret.id = leaf.id
    join trail_entry as entry on entry.id = leaf.id
    where leaf.id = ${id}`.execute(tx.db)
  return rows[0] === undefined ? refused('entry-not-sealed') : done(rows[0])
}

/**
 * Destroys an entry and its secret and leaves a row that says why and by whose decision; the log still holds. For the
 * owner of the database alone. Refused when there is no such entry.
 */
export async function eraseEntry(
  tx: Tx,
  id: string,
  decision: { readonly why: string; readonly by: string },
): Promise<Outcome<undefined, 'entry-unknown'>> {
  const { rows } = await sql`select from trail_entry where id = ${id}`.execute(tx.db)
  if (rows.length === 0) return refused('entry-unknown')
  await sql`select erase_trail_entry(${id}, ${decision.why}, ${decision.by})`.execute(tx.db)
  return done(undefined)
}
