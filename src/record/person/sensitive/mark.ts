import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type Because, decided, newRow } from '../link/because.ts'

/** The national index's flag, somebody in a refuge, or somebody who asked for it. */
export type SensitiveKind = 'national-flag' | 'refuge' | 'own-request'

/**
 * Records that where the person of this record lives must not become known: their address is compared, and shown to
 * nobody but those who may see a protected one. Answers the id of the mark.
 */
export async function markSensitiveRecord(
  tx: Tx,
  sourceRecordId: string,
  kind: SensitiveKind,
  because: Because,
): Promise<string> {
  const row = newRow(tx)
  await tx.db
    .insertInto('sensitiveMark')
    .values({ ...row, ...decided(because), sourceRecordId, kind })
    .execute()
  return row.id
}

/** Takes a mark back, by another row. Refused when it was taken back already, or never made. */
export async function liftSensitive(
  tx: Tx,
  sensitiveMarkId: string,
  because: Because,
): Promise<Outcome<undefined, 'sensitive.none'>> {
  const mark = await tx.db.selectFrom('sensitiveMark').select('id').where('id', '=', sensitiveMarkId).executeTakeFirst()
  if (mark === undefined) return refused('sensitive.none')
  const ended = await tx.db
    .insertInto('sensitiveMarkEnd')
    .values({ sensitiveMarkId, ...decided(because), endedAt: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .returning('sensitiveMarkId')
    .executeTakeFirst()
  return ended === undefined ? refused('sensitive.none') : done(undefined)
}
