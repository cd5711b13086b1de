import { type RawBuilder, sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { bornBetween } from '#record/sharing/agreement/cohort.ts'
import { ADDED_TO_BY_OFFICE, AUTHORITIES } from '#record/sharing/representative/authority.ts'
import { REPRESENTATIVE_KINDS } from '#record/sharing/representative/office.ts'
import { type Action, THE_PERSON } from '#record/sharing/vocabulary.ts'
import { objectionsOf } from './concerning.ts'

/** What this citizen's offices open: attorney, deputy, appointee, advocate, each as far as the law lets it. */
export function openByOffice(tx: Tx, actor: CitizenActor, action: Action): RawBuilder<unknown> {
  return sql`
    select office.person_id, organisation.id as contributor_id, authority.data_class
    from representative_now as office
    join jsonb_to_recordset(${JSON.stringify(authorities(dayOf(tx.now)))}::jsonb) as authority (kind text, data_class text, needs text, born_after text)
      on authority.kind = office.kind
    cross join lateral ${objectionsOf(actor, sql`office.person_id`)} as objection
    cross join organisation
    where office.account_id = ${actor.accountId}
      and (authority.needs is null or ${lacksCapacityFor(tx)})
      and (authority.born_after is null or ${areAllBornAfter()})
      and authority.data_class <> all(objection.classes)
      and (${action} = 'read' or organisation.code = ${THE_PERSON} and authority.data_class = ${ADDED_TO_BY_OFFICE})`
}

interface AuthorityRow {
  readonly kind: string
  readonly data_class: string
  readonly needs: string | undefined
  /** ISO 8601 day; undefined where the age does not matter. */
  readonly born_after: string | undefined
}

function authorities(today: string): AuthorityRow[] {
  return REPRESENTATIVE_KINDS.flatMap(kind =>
    AUTHORITIES[kind].flatMap(({ opens, inertWhileCapacityFor, onlyOf }) => {
      const born_after = onlyOf && bornBetween(onlyOf, today).after
      return opens.map(dataClass => ({ kind, data_class: dataClass, needs: inertWhileCapacityFor, born_after }))
    }),
  )
}

/** By every birth date that an agency holds, and never where nobody holds one. */
function areAllBornAfter(): RawBuilder<unknown> {
  return sql`coalesce((
    select bool_and(record.birth_date > authority.born_after::date)
    from person_link_now as link
    join source_record as record on record.id = link.source_record_id
    where link.person_id = office.person_id and record.birth_date is not null), false)`
}

function lacksCapacityFor(tx: Tx): RawBuilder<unknown> {
  return sql`coalesce((
    select not latest.has_capacity and latest.review_on >= ${dayOf(tx.now)}::date
    from capacity_finding_now as latest
    where latest.person_id = office.person_id and latest.decision = authority.needs
    order by latest.found_at desc, latest.id
    limit 1), false)`
}
