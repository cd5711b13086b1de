import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { readTallies, type Tally } from './tally.ts'

/** The ledger for whoever watches over the machine: figures and the names of systems, and nothing of anybody. */
export interface LedgerMetrics {
  readonly tallies: readonly (Tally & { readonly sender: string })[]
  /** When the one that has waited longest came; undefined when nothing waits. */
  readonly oldestWaitingAt: Date | undefined
}

/** The figures as they are now. */
export async function readMetrics(tx: Tx): Promise<LedgerMetrics> {
  const tallies = await readTallies(tx)
  const senders = await tx.db.selectFrom('sender').select(['id', 'application', 'facility']).execute()
  const names = new Map(senders.map(({ id, application, facility }) => [id, `${application}/${facility}`]))
  const { rows } = await sql<{ oldest: Date | null }>`
    select min(message.received_at) as oldest
    from message_outcome_now as outcome
    join message on message.id = outcome.message_id
    where outcome.outcome = 'quarantined'`.execute(tx.db)
  return {
    tallies: tallies.map(tally => ({ ...tally, sender: names.get(tally.senderId ?? '') ?? '' })),
    oldestWaitingAt: rows[0]?.oldest ?? undefined,
  }
}
