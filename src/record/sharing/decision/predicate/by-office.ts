import { type RawBuilder, sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { ADDED_TO_BY_OFFICE, AUTHORITIES, REPRESENTATIVE_KINDS } from '#record/sharing/representative/authority.ts'
import { type Action, THE_PERSON } from '#record/sharing/vocabulary.ts'
import { objectionsOf } from './concerning.ts'

/** What this citizen's offices open: attorney, deputy, appointee, advocate, each as far as the law lets it. */
export function openByOffice(tx: Tx, actor: CitizenActor, action: Action): RawBuilder<unknown> {
  return sql`
    select office.person_id, organisation.id as contributor_id, authority.data_class
    from representative_now as office
    join jsonb_to_recordset(${JSON.stringify(authorities())}::jsonb) as authority (kind text, data_class text, needs text)
      on authority.kind = office.kind
    cross join lateral ${objectionsOf(actor, sql`office.person_id`)} as objection
    cross join organisation
    where office.account_id = ${actor.accountId}
      and (authority.needs is null or ${lacksCapacityFor(tx)})
      and authority.data_class <> all(objection.classes)
      and (${action} = 'read' or organisation.code = ${THE_PERSON} and authority.data_class = ${ADDED_TO_BY_OFFICE})`
}

function authorities(): { readonly kind: string; readonly data_class: string; readonly needs: string | undefined }[] {
  return REPRESENTATIVE_KINDS.flatMap(kind =>
    AUTHORITIES[kind].flatMap(({ opens, inertWhileCapacityFor }) =>
      opens.map(dataClass => ({ kind, data_class: dataClass, needs: inertWhileCapacityFor })),
    ),
  )
}

function lacksCapacityFor(tx: Tx): RawBuilder<unknown> {
  return sql`coalesce((
    select not latest.has_capacity and latest.review_on >= ${dayOf(tx.now)}::date
    from capacity_finding_now as latest
    where latest.person_id = office.person_id and latest.decision = authority.needs
    order by latest.found_at desc, latest.id
    limit 1), false)`
}
