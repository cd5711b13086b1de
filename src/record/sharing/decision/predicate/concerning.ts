import { type RawBuilder, sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { CitizenActor, WorkerActor } from '#record/organisation/actor.ts'

export type Asker = WorkerActor | CitizenActor
type Sql = RawBuilder<unknown>

/**
 * Whether a row that names an account, a team or an organisation names this actor: the SQL of `names`. A citizen is
 * named only as themselves; a worker also through the team and the employer they act for now.
 */
export function isNamedIn(row: Sql, actor: Asker): Sql {
  if (actor.kind === 'citizen') return sql`${row}.account_id = ${actor.accountId}`
  return sql`(${row}.account_id = ${actor.accountId}
    or ${row}.team_id = ${actor.teamId ?? null}::uuid
    or ${row}.organisation_id = ${actor.organisationId})`
}

/** The actor's ties that hold, `(person_id, kind, days)`. */
export function tiesOf(tx: Tx, actor: Asker): Sql {
  return sql`(
    select tie.person_id, tie.kind,
           ${dayOf(tx.now)}::date - (tie.started_at at time zone 'Europe/London')::date as days
    from relationship_now as tie
    where ${isNamedIn(sql`tie`, actor)} and ${holds(tx, sql`tie`)})`
}

/** Whether a tie that has not been ended has begun and is not over by itself. */
export function holds(tx: Tx, tie: Sql): Sql {
  return sql`${tie}.started_at <= ${tx.now} and (${tie}.ends_at is null or ${tie}.ends_at > ${tx.now})`
}

/**
 * What the person objects to the actor's seeing, one row `(is_to_all, classes)`: a pause is to everything. Its own table
 * has a name that no query around it uses: `personId` would otherwise mean a column in here, and so everybody's wishes.
 */
export function objectionsOf(actor: Asker, personId: Sql): Sql {
  return sql`(
    select coalesce(bool_or(against.kind = 'pause'), false) as is_to_all,
           coalesce(array_agg(objected.name) filter (where against.kind = 'refuse'), '{}') as classes
    from wish_now as against
    left join lateral unnest(against.data_classes) as objected (name) on true
    where against.person_id = ${personId}
      and (against.kind = 'pause' or against.kind = 'refuse' and ${isNamedIn(sql`against`, actor)}))`
}
