import { type RawBuilder, sql } from 'kysely'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { DATA_CLASSES } from '#record/sharing/vocabulary.ts'

/** The citizen's own record: every class of every contributor. */
export function openAsOwn(actor: CitizenActor): RawBuilder<unknown> {
  return sql`
    select own.person_id, organisation.id as contributor_id, class.name as data_class
    from person_account_now as own
    cross join organisation
    cross join unnest(${[...DATA_CLASSES]}::text[]) as class (name)
    where own.account_id = ${actor.accountId}`
}
