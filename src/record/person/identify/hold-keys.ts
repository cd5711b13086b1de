import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/**
 * Waits until no other transaction identifies a record that shares a key with this one, and keeps others waiting until
 * this one ends: of two first messages about one person the second sees the first. The keys are taken in their order,
 * so two records wait for one another and never for each other. Use in `transactionInTurn`.
 */
export async function holdKeys(tx: Tx, keys: readonly bigint[]): Promise<void> {
  if (keys.length === 0) return
  await sql`
    select pg_advisory_xact_lock(key)
    from (select key from unnest(${keys.map(String)}::bigint[]) as key order by key) as in_turn`.execute(tx.db)
}
