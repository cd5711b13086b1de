import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/** What has become of the rows of a file so far. */
export interface DropResult {
  readonly taken: number
  /** Applied, and something is as it was not before. */
  readonly changed: number
  /** Applied, or a repeat, and everything is as it was. */
  readonly unchanged: number
  /** In quarantine still. */
  readonly waiting: number
  readonly refused: number
}

/** A row that was put aside and waits still, as the ledger keeps it. */
export interface WaitingRow {
  readonly row: number
  readonly reason: string
  readonly raw: Buffer
}

/** How many rows one list of waiting ones has at most. */
export const WAITING_ROWS_MAX = 5000

/** Counts what has become of each row of a file: a row that waited and was replayed counts as what it is now. */
export async function resultOf(tx: Tx, dropId: string): Promise<DropResult> {
  const { rows } = await sql<{ became: string; hasChanged: boolean; count: number }>`
    select coalesce(latest.outcome, kept.became) as became, kept.has_changed or latest.outcome = 'applied' as has_changed,
           count(*) as count
    from file_drop_row as kept
    left join message_outcome_now as latest
      on kept.became = 'quarantined' and latest.message_id = kept.message_id
    where kept.drop_id = ${dropId}
    group by 1, 2`.execute(tx.db)
  const sum = (is: (row: (typeof rows)[number]) => boolean) =>
    rows.reduce((total, row) => total + (is(row) ? row.count : 0), 0)
  return {
    taken: sum(() => true),
    changed: sum(({ became, hasChanged }) => became === 'applied' && hasChanged),
    unchanged: sum(({ became, hasChanged }) => became === 'duplicate' || (became === 'applied' && !hasChanged)),
    waiting: sum(({ became }) => became === 'quarantined'),
    refused: sum(({ became }) => became === 'refused'),
  }
}

/** The rows of a file that wait, in the order of the file. */
export async function waitingRows(tx: Tx, dropId: string): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select kept.row_number as "row", latest.reason, message.raw
    from file_drop_row as kept
    join message on message.id = kept.message_id
    join message_outcome_now as latest on latest.message_id = kept.message_id and latest.outcome = 'quarantined'
    where kept.drop_id = ${dropId} and message.raw is not null
    order by kept.row_number
    limit ${WAITING_ROWS_MAX}`.execute(tx.db)
  return rows
}
