import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { emitKeys, RULES } from '../matching/blocking.ts'
import { toBigint } from '../matching/key.ts'
import { onlyStandard } from '../matching/record.ts'
import type { Standard } from '../standard/standard.ts'

/**
 * Waits until no other transaction identifies a record that shares a key with this one, and keeps others waiting until
 * this one ends: of two first messages about one person the second sees the first. The keys are taken in their order,
 * so two records wait for one another and never for each other; broad keys, which half a town may share, are not taken.
 * Use in `transactionInTurn`.
 */
export function holdKeys(tx: Tx, standard: Standard): void {
  const keys: string[] = []
  emitKeys(onlyStandard(standard), (rule, key) => {
    if (RULES[rule]?.isBroad !== true) keys.push(String(toBigint(key)))
  })
  if (keys.length === 0) return
  tx.send(sql`
    select pg_advisory_xact_lock(key)
    from (select key from unnest(${keys}::bigint[]) as key order by key) as in_turn`)
}
