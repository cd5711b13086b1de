import type { Tx } from '#ground/db/store.ts'
import type { LedgerLine } from './ledger.ts'
import { readTallies, type Tally } from './tally.ts'

/**
 * A line for each sender, also for one that has sent nothing yet, and one for all that are unknown when there are any.
 * Rests on what was counted before, so that it costs as much for ten million messages as for ten thousand.
 */
export async function readLedger(tx: Tx): Promise<LedgerLine[]> {
  const senders = await tx.db
    .selectFrom('sender')
    .select(['id', 'application', 'facility'])
    .orderBy('application')
    .orderBy('facility')
    .execute()
  const tallies = await readTallies(tx)
  const lines = senders.map(({ id, application, facility }) => ({
    sender: { application, facility, isKnown: true },
    ...summed(tallies.filter(({ senderId }) => senderId === id)),
  }))
  const unknown = tallies.filter(({ senderId }) => senderId === null)
  return unknown.length === 0 ? lines : [...lines, { sender: undefined, ...summed(unknown) }]
}

/** Of every channel. */
function summed(tallies: readonly Tally[]): Omit<LedgerLine, 'sender'> {
  const sum = (name: 'received' | 'applied' | 'duplicate' | 'quarantined' | 'refused') =>
    tallies.reduce((total, tally) => total + tally[name], 0)
  const heard = tallies.flatMap(({ lastReceivedAt }) => (lastReceivedAt === null ? [] : [lastReceivedAt.getTime()]))
  return {
    received: sum('received'),
    applied: sum('applied'),
    duplicate: sum('duplicate'),
    quarantined: sum('quarantined'),
    refused: sum('refused'),
    lastReceivedAt: heard.length === 0 ? undefined : new Date(Math.max(...heard)),
  }
}
