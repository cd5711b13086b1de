import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/**
 * How often a day a worker may name somebody who is not found. A number is read off a wristband or a letter, so a few
 * slips are honest; to guess the birth date that belongs to a number takes some 30,000 tries.
 */
export const TRIES_MAX = 5

/** Whether a worker, whichever post they act in, has named somebody who was not found too often today. */
export async function isTooManyTries(tx: Tx, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ tries: number }>`
    select count(*) as tries
    from trail_entry
    where account_id = ${accountId} and action = 'emergency' and not allowed
      and at >= date_trunc('day', ${tx.now}::timestamptz, 'Europe/London')`.execute(tx.db)
  return (rows[0]?.tries ?? 0) >= TRIES_MAX
}
