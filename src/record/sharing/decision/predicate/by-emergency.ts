import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'

/** What this worker has open in emergencies, in the employment they act in, whoever contributed it. */
export function openByEmergency(tx: Tx, actor: WorkerActor): RawBuilder<unknown> {
  return sql`
    select emergency.person_id, organisation.id as contributor_id, class.name as data_class
    from emergency_access_now as emergency
    cross join lateral unnest(emergency.data_classes) as class (name)
    cross join organisation
    where emergency.account_id = ${actor.accountId} and emergency.organisation_id = ${actor.organisationId}
      and emergency.opened_at <= ${tx.now} and emergency.closes_at > ${tx.now}`
}
