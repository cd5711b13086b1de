import type { Tx } from '#ground/db/store.ts'

/** What became of one row of a file. */
export interface DropRowOutcome {
  readonly dropId: string
  readonly rowNumber: number
  readonly messageId: string
  readonly became: 'applied' | 'duplicate' | 'quarantined' | 'refused'
  /** What it tells of, in its sender's own references; null where that could not be read. */
  readonly rowKey: string | null
  readonly hasChanged: boolean
}

/** Keeps what became of a row, in the transaction that keeps it as a message. */
export async function keepDropRow(tx: Tx, row: DropRowOutcome): Promise<void> {
  await tx.db.insertInto('fileDropRow').values(row).execute()
}
