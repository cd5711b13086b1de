import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { mayOpen } from './ledger.ts'

/** The longest note, characters. */
export const NOTE_LENGTH_MAX = 500

export type TakeProblem = 'message.notShown' | 'message.notWaiting'

/** Notes that an officer is on a message that waits, and what they noted, for their colleagues to see. */
export async function takeMessage(
  tx: Tx,
  officer: WorkerActor,
  { messageId, note }: { readonly messageId: string; readonly note: string },
): Promise<Outcome<undefined, TakeProblem>> {
  const { rows } = await sql<{ outcome: string; organisations: (string | null)[] }>`
    select outcome.outcome, array[sender.organisation_id, team.organisation_id] as organisations
    from message
    join message_outcome_now as outcome on outcome.message_id = message.id
    left join sender on sender.id = coalesce(message.sender_id, outcome.sender_id)
    left join team on team.id = outcome.owner_team_id
    where message.id = ${messageId}`.execute(tx.db)
  const [row] = rows
  if (row === undefined || !mayOpen(officer, row.organisations)) return refused('message.notShown')
  if (row.outcome !== 'quarantined') return refused('message.notWaiting')
  await tx.db
    .insertInto('messageTaking')
    .values({
      id: tx.newId(),
      messageId,
      accountId: officer.accountId,
      takenBy: officer.name,
      note: note.trim().slice(0, NOTE_LENGTH_MAX) || null,
      takenAt: tx.now,
    })
    .execute()
  return done(undefined)
}

/** Who is on a message, since when, and what they noted; the latest first. The caller has seen that it may be opened. */
export interface Taking {
  readonly takenBy: string
  readonly takenAt: Date
  readonly note: string | null
}

/** Everybody who has said so. */
export async function readTakings(tx: Tx, messageId: string): Promise<Taking[]> {
  const { rows } = await sql<Taking>`
    select taken_by, taken_at, note from message_taking
    where message_id = ${messageId}
    order by taken_at desc`.execute(tx.db)
  return rows
}
