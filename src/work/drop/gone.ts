import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Drop } from './drop.ts'
import type { DropKind } from './kind.ts'

/** What a sender told of in an earlier file of a kind, and stands still: its reference, as the sender's files have it. */
export type StandingKey = string

/** The resource by which each kind of file tells of a thing, besides those that go with it. */
const MAIN_TYPE: Readonly<Record<DropKind, string>> = {
  'care-and-support': 'CarePlan',
  'care-packages': 'ServiceRequest',
  tenancies: 'Contract',
  works: 'Task',
  alerts: 'Flag',
  visits: 'Appointment',
}

/** The states of a thing that is over, of every kind. */
const OVER = ['terminated', 'completed', 'inactive', 'cancelled', 'fulfilled', 'noshow']

/** Everything that stands of what a sender's files of one kind have told, whichever file it was, in the order of references. */
export async function standingKeys(tx: Tx, { senderId, organisationId, kind }: Drop): Promise<StandingKey[]> {
  const { rows } = await sql<{ key: string }>`
    select resource.business_key as key
    from resource
    join resource_version as version on version.resource_id = resource.id and version.version = resource.version
    join message on message.id = version.message_id
    where resource.contributor_id = ${organisationId}
      and resource.type = ${MAIN_TYPE[kind]}
      and split_part(resource.business_key, '/', 1) = ${kind}
      and not resource.content ->> 'status' = any(${OVER}::text[])
      and message.channel = 'csv' and message.sender_id = ${senderId}
    order by resource.business_key`.execute(tx.db)
  return rows.map(({ key }) => key)
}

/** What each row that was taken of a file tells of, also of those that wait. */
export async function keysTold(tx: Tx, dropId: string): Promise<Set<StandingKey>> {
  const { rows } = await sql<{ key: string }>`
    select distinct row_key as key from file_drop_row where drop_id = ${dropId} and row_key is not null`.execute(tx.db)
  return new Set(rows.map(({ key }) => key))
}

/** The reference alone. */
export function referenceIn(key: StandingKey): string {
  return key.slice(key.indexOf('/') + 1)
}
