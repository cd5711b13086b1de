import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Outcome } from './ledger.ts'

/** One thing that became of a message, and who brought it about. */
export interface BecameOf {
  readonly outcome: Outcome
  readonly reason: string | undefined
  readonly decidedAt: Date
  /** The officer who replayed it or set it aside; undefined for what became of it when it arrived. */
  readonly decidedBy: string | undefined
  /** The reason they gave. */
  readonly words: string | undefined
}

/** All that has become of a message until now, the first first. The caller has seen that it may be opened. */
export async function readHistory(tx: Tx, messageId: string): Promise<BecameOf[]> {
  const { rows } = await sql<{
    outcome: Outcome
    reason: string | null
    decidedAt: Date
    decidedBy: string | null
    words: string | null
  }>`
    select outcome, reason, decided_at, decided_by, words
    from message_outcome
    where message_id = ${messageId}
    order by sequence`.execute(tx.db)
  return rows.map(({ reason, decidedBy, words, ...row }) => ({
    ...row,
    reason: reason ?? undefined,
    decidedBy: decidedBy ?? undefined,
    words: words ?? undefined,
  }))
}
