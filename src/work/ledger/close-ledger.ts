import { sql } from 'kysely'
import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { countedAfter, lastClose, type Until } from './tally.ts'

/** After how many messages or outcomes it is worth counting them for good. */
export const CLOSE_AFTER = 5000

/** What will be counted for good when every transaction that may still write into it has ended. */
interface Candidate {
  readonly until: Until
  /** Known at a later look than `until`: no transaction before it can still bring a smaller sequence. */
  readonly horizon: string | undefined
}

/**
 * Counts for good what has come since the last time, so that it is not counted at each look. What is counted is fixed
 * first, and counted only when all that was under way then has ended: by the database's own order of transactions, and
 * by no clock. Call the answer now and then.
 */
export function ledgerCloser(store: Store, closeAfter = CLOSE_AFTER): () => Promise<boolean> {
  let candidate: Candidate | undefined
  return async () => {
    candidate = await transactionInTurn(store, tx => next(tx, candidate, closeAfter))
    const ripe = candidate
    if (ripe?.horizon === undefined) return false
    const closed = await transactionInTurn(store, tx => close(tx, ripe))
    if (closed) candidate = undefined
    return closed
  }
}

/** A candidate is named at one look, gets its horizon at the next, and waits until that has passed. */
async function next(tx: Tx, held: Candidate | undefined, closeAfter: number): Promise<Candidate | undefined> {
  if (held !== undefined) return held.horizon === undefined ? { ...held, horizon: await horizonNow(tx) } : held
  const { until } = await lastClose(tx)
  const { rows } = await sql<Until>`
    select coalesce((select max(sequence) from message), 0) as message,
           coalesce((select max(sequence) from message_outcome), 0) as outcome`.execute(tx.db)
  const now = rows[0]!
  const isMuch = now.message - until.message >= closeAfter || now.outcome - until.outcome >= closeAfter
  return isMuch ? { until: now, horizon: undefined } : undefined
}

async function horizonNow(tx: Tx): Promise<string> {
  const { rows } = await sql<{ xmax: string }>`select pg_snapshot_xmax(pg_current_snapshot())::text as xmax`.execute(
    tx.db,
  )
  return rows[0]!.xmax
}

async function close(tx: Tx, { until, horizon }: Candidate): Promise<boolean> {
  await holdAlone(tx, 'the ledger is counted')
  const { rows: passed } = await sql<{ isPassed: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot()) >= ${horizon}::xid8 as is_passed`.execute(tx.db)
  const last = await lastClose(tx)
  if (passed[0]?.isPassed !== true || until.message < last.until.message || until.outcome < last.until.outcome)
    return false
  const { rows } = await sql<{ number: number }>`
    insert into ledger_close (message_until, outcome_until, closed_at)
    values (${until.message}, ${until.outcome}, ${tx.now})
    returning number`.execute(tx.db)
  await sql`
    insert into ledger_tally (close_number, sender_id, channel, received, applied, duplicate, quarantined, refused,
                              last_received_at)
    select ${rows[0]!.number}::bigint, sender_id, channel, sum(received), sum(applied), sum(duplicate),
           sum(quarantined), sum(refused), max(last_received_at)
    from (
      select sender_id, channel, received, applied, duplicate, quarantined, refused, last_received_at
      from ledger_tally
      where close_number = ${last.number}
      union all
      ${countedAfter(last.until, until)}
    ) as counted
    group by sender_id, channel`.execute(tx.db)
  return true
}
