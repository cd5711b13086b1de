import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type ReadingSystem, readableBySystem } from '#record/sharing/to-system.ts'
import { type Open, openToContributor, openWithin } from '../search/open.ts'
import type { BulkExport } from './bulk-export.ts'

/** What is open to a system in an export, and the job by which, where it is more than its own. */
export interface OpenInExport extends Open, Pick<ReadingSystem, 'role'> {}

/**
 * What is open to a system of an export: of the people of a group, what agreements open to its job and what its own organisation
 * contributed; of everybody, that alone.
 */
export async function openInExport(tx: Tx, asked: BulkExport, { actor, role }: ReadingSystem): Promise<OpenInExport> {
  const own = actor.organisationId
  if (asked.scope !== 'group' || role === undefined) {
    // What says nothing about anybody is everybody's to read, and each organisation's own to take away.
    return { ...openToContributor(own), isOpen: ({ contributorId }) => sql`${contributorId} = ${own}`, role: undefined }
  }
  const people = await peopleOfGroup(tx, asked)
  return { ...openWithin(own, await readableBySystem(tx, { actor, role }, people)), role }
}

async function peopleOfGroup(tx: Tx, asked: BulkExport): Promise<readonly string[]> {
  const { rows } = await sql<{ homePersonId: string }>`
    select distinct on (now.person_id) record.home_person_id
    from ${recordsOfGroup(asked)} as theirs
    join source_record as record on record.id = theirs.source_record_id
    join person_now as now on now.id = record.home_person_id
    order by now.person_id, record.id`.execute(tx.db)
  return rows.map(({ homePersonId }) => homePersonId)
}

/** Every record of those whom a group names as this organisation does. */
export function recordsOfGroup({
  groupId,
  organisationId,
}: Pick<BulkExport, 'groupId' | 'organisationId'>): RawBuilder<unknown> {
  return sql`(
    select theirs.source_record_id
    from resource as listed
    cross join lateral jsonb_array_elements(listed.content -> 'member') as member
    join source_record as named on named.organisation_id = ${organisationId}
      and coalesce(named.logical_id, named.id::text) = split_part(member #>> '{entity,reference}', '/', 2)
    join person_link_now as own on own.source_record_id = named.id
    join person_link_now as theirs on theirs.person_id = own.person_id
    where listed.id = ${groupId ?? null} and listed.contributor_id = ${organisationId} and not listed.deleted
      and split_part(member #>> '{entity,reference}', '/', 1) = 'Patient'
      and coalesce((member ->> 'inactive')::boolean, false) = false)`
}
