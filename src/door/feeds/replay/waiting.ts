import { sql } from 'kysely'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { mayOpen } from '#work/ledger/ledger.ts'
import type { ReplayProblem } from '#work/ledger/replayer.ts'
import type { Channel } from '../channel.ts'

/** A message that waits, as it was kept. */
export interface Waiting {
  readonly id: string
  readonly channel: Channel
  readonly senderId: string | null
  readonly controlId: string | null
  readonly contentHash: string
  readonly receivedFrom: string
  readonly certificate: readonly string[] | null
  readonly raw: Buffer
  /** The outcome that holds now: in quarantine. */
  readonly outcomeId: string
  readonly ownerTeamId: string
  readonly reason: string
}

/**
 * Takes a waiting message in hand, for an officer who may open it, until the transaction ends: whoever else presses waits,
 * and then finds it dealt with. Use in `transactionInTurn`.
 */
export async function holdWaiting(
  tx: Tx,
  officer: WorkerActor,
  messageId: string,
): Promise<Outcome<Waiting, ReplayProblem>> {
  await holdAlone(tx, `what becomes of ${messageId}`)
  const { rows } = await sql<Waiting & { outcome: string; organisations: (string | null)[] }>`
    select message.id, message.channel, coalesce(message.sender_id, outcome.sender_id) as sender_id, message.control_id,
           message.content_hash, message.received_from, message.certificate, message.raw, outcome.id as outcome_id, outcome.outcome,
           outcome.owner_team_id, outcome.reason, array[sender.organisation_id, team.organisation_id] as organisations
    from message
    join message_outcome_now as outcome on outcome.message_id = message.id
    left join sender on sender.id = coalesce(message.sender_id, outcome.sender_id)
    left join team on team.id = outcome.owner_team_id
    where message.id = ${messageId}`.execute(tx.db)
  const [row] = rows
  if (row === undefined || !mayOpen(officer, row.organisations)) return refused('message.notShown')
  return row.outcome === 'quarantined' ? done(row) : refused('message.notWaiting')
}
