import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/** What became of one row of a file. */
export interface DropRowOutcome {
  readonly dropId: string
  readonly rowNumber: number
  readonly messageId: string
  readonly became: 'applied' | 'duplicate' | 'quarantined' | 'refused'
  /** What it tells of, in its sender's own references; null where that could not be read. */
  readonly rowKey: string | null
  /** What it was about, when it was applied. */
  readonly sourceRecordId?: string
  readonly resourceIds?: readonly string[]
}

/**
 * Keeps what became of a row, in the transaction that keeps it as a message; and whether it has changed anything, which
 * most rows of a file that is sent each night have not. What was kept of a row first stays: should two take in one file at
 * once, the second finds only repeats.
 */
export async function keepDropRow(tx: Tx, row: DropRowOutcome): Promise<void> {
  const { dropId, rowNumber, messageId, rowKey, became, sourceRecordId = null, resourceIds = [] } = row
  await sql`
    insert into file_drop_row (drop_id, row_number, message_id, row_key, became, has_changed)
    values (${dropId}, ${rowNumber}, ${messageId}, ${rowKey}, ${became},
            exists (select from source_record_version
                    where source_record_id = ${sourceRecordId}::uuid and message_id = ${messageId})
            or exists (select from resource_version
                       where resource_id = any(${resourceIds}::uuid[]) and message_id = ${messageId}))
    on conflict do nothing`.execute(tx.db)
}
