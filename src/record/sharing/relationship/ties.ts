import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Actor } from '#record/organisation/actor.ts'
import { everJoined } from '#record/person/link/ever.ts'
import { type Named, names } from './named.ts'

/**
 * Everybody the actor has a tie to now, or may lawfully act for, longest first. That there is a tie opens nothing by itself: each of them is
 * still decided.
 */
export async function peopleOf(tx: Tx, actor: Actor): Promise<string[]> {
  if (actor.kind === 'system') return []
  const teamId = actor.kind === 'worker' ? (actor.teamId ?? null) : null
  const organisationId = actor.kind === 'worker' ? actor.organisationId : null
  const { rows } = await sql<{ personId: string }>`
    select person_id, min(started_at) as since
    from (
      select person_id, started_at from relationship_now
      where account_id = ${actor.accountId} or team_id = ${teamId}::uuid or organisation_id = ${organisationId}::uuid
      union all
      select person_id, started_at from representative_now
      where account_id = ${actor.kind === 'citizen' ? actor.accountId : null}::uuid
    ) as tie
    group by person_id
    order by since, person_id`.execute(tx.db)
  return rows.map(({ personId }) => personId)
}

/** A quick way to leave out everybody who cannot concern any of these people, as they are now, before deciding for the rest. */
export async function whoIsTiedTo(
  tx: Tx,
  people: readonly string[],
): Promise<(actor: Actor, personId: string) => boolean> {
  const { rows } = await sql<Named>`
    select person_id, account_id, team_id, organisation_id from relationship_now where person_id = any(${people}::uuid[])
    union all
    select person_id, account_id, null, null from person_account_now where person_id = any(${people}::uuid[])
    union all
    select person_id, account_id, null, null from representative_now where person_id = any(${people}::uuid[])`.execute(
    tx.db,
  )
  return (actor, personId) => rows.some(tie => tie.personId === personId && names(tie, actor))
}

/**
 * Whether an actor has, or ever had, a tie to somebody: who may have them on an open page. For telling such pages that
 * something has changed, which shows nothing.
 */
export async function whoWasEverTiedTo(tx: Tx, personId: string): Promise<(actor: Actor) => boolean> {
  const own = sql`(select id from source_record where home_person_id = ${personId})`
  const { rows } = await sql<Named>`
    with ever as (
      select person_id, other_id from ${everJoined(own)} as joined
      union all
      select ${personId}::uuid, null
    )
    select tie.person_id, tie.account_id, tie.team_id, tie.organisation_id
    from ever
    join relationship as tie on tie.person_id = ever.person_id or tie.source_record_id = ever.other_id
    union all
    select own.person_id, own.account_id, null, null from ever join person_account as own on own.person_id = ever.person_id
    union all
    select office.person_id, office.account_id, null, null
    from ever join representative as office on office.person_id = ever.person_id`.execute(tx.db)
  return actor => rows.some(tie => names(tie, actor))
}
