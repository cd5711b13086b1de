import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'

/** Keeps which messages are to be replayed together, of those that wait and that the officer may open, in order of arrival. */
export async function keepReplay(tx: Tx, officer: WorkerActor, messageIds: readonly string[]): Promise<string> {
  const id = tx.newId()
  await tx.db
    .insertInto('messageReplay')
    .values({
      id,
      organisationId: officer.organisationId,
      accountId: officer.accountId,
      startedBy: officer.name,
      startedAt: tx.now,
    })
    .execute()
  await sql`
    insert into message_replay_item (replay_id, place, message_id)
    select ${id}, row_number() over (order by message.sequence), message.id
    from message
    join message_outcome_now as outcome on outcome.message_id = message.id
    join team on team.id = outcome.owner_team_id
    left join sender on sender.id = message.sender_id
    where message.id = any(${messageIds}::uuid[]) and outcome.outcome = 'quarantined'
      and ${officer.organisationId} in (team.organisation_id, coalesce(sender.organisation_id, team.organisation_id))`.execute(
    tx.db,
  )
  return id
}

/** Those of a replay that wait still and that it has not read again yet, in order of arrival. */
export async function remainingOf(tx: Tx, replayId: string): Promise<string[]> {
  const { rows } = await sql<{ messageId: string }>`
    select item.message_id
    from message_replay_item as item
    join message_outcome_now as outcome on outcome.message_id = item.message_id
    where item.replay_id = ${replayId} and outcome.outcome = 'quarantined'
      and outcome.replay_id is distinct from ${replayId}
    order by item.place`.execute(tx.db)
  return rows.map(({ messageId }) => messageId)
}
