import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import type { LinkBecause } from './because.ts'
import { holdPeople } from './hold.ts'
import { type Linked, linkRecords } from './link.ts'
import { separate } from './unlink.ts'

/** A record that is about somebody else now. */
export interface Moved extends Linked {
  /** What the person it was taken from is now: several when only this record held them together. */
  readonly left: readonly string[]
}

/**
 * Takes a source record from whom it was linked to, and links it to another record: every link of it ends, and one
 * begins. Refused as `linkRecords` refuses, and then nothing has ended.
 */
export async function moveRecord(
  tx: Tx,
  sourceRecordId: string,
  toRecordId: string,
  because: LinkBecause,
): Promise<Outcome<Moved, 'link.refused'>> {
  await holdPeople(tx, [sourceRecordId, toRecordId])
  await sql`savepoint before_moving`.execute(tx.db)
  const parted = await separate(tx, sourceRecordId, because)
  const linked = await linkRecords(tx, sourceRecordId, toRecordId, because)
  if (!linked.ok) {
    await sql`rollback to savepoint before_moving`.execute(tx.db)
    return linked
  }
  await sql`release savepoint before_moving`.execute(tx.db)
  return done({ ...linked.value, left: parted.ok ? parted.value.people : [] })
}
