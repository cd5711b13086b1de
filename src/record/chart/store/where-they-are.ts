import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Place } from './place.ts'

/** Whether where somebody is may be shown: contacts are open, and their address is not one that must be kept back. */
export async function isWhereOpen(
  tx: Tx,
  access: Access,
  { contributorId, sourceRecordId }: Pick<Place, 'contributorId' | 'sourceRecordId'>,
): Promise<boolean> {
  if (!access.covers(contributorId, 'contacts')) return false
  if (access.covers(contributorId, 'protected-address')) return true
  const { rows } = await sql<{ isGuarded: boolean }>`
    select exists (
      select from person_link_now as asked
      join person_link_now as own on own.person_id = asked.person_id
      where asked.source_record_id = ${sourceRecordId} and is_sensitive_record(own.source_record_id)) as is_guarded`.execute(
    tx.db,
  )
  return rows[0]?.isGuarded === false
}
