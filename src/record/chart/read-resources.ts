import type { FhirResource } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { openedBy } from './opened.ts'

/** A resource as it stands now, with whose it is. */
export interface HeldResource<Resource> {
  readonly id: string
  readonly version: number
  readonly contributorId: string
  readonly dataClass: DataClass
  readonly recordedAt: Date
  readonly content: Resource
}

/** The resource type of a name. */
export type OfType<Type extends FhirResource['resourceType']> = Extract<FhirResource, { resourceType: Type }>

/**
 * The current resources of one type that each access opens, newest first, in the order of the accesses.
 * What an access does not open is not read: a record with nothing and a record with nothing to show are the same.
 */
export async function resourcesOf<Type extends FhirResource['resourceType']>(
  tx: Tx,
  accesses: readonly Access[],
  type: Type,
): Promise<HeldResource<OfType<Type>>[][]> {
  const { rows } = await sql<HeldResource<OfType<Type>> & { opened: number }>`
    select opened.place as opened, resource.id, resource.version, resource.contributor_id, resource.data_class,
           resource.recorded_at, resource.content
    from ${openedBy(accesses)}
    join person_link_now as link on link.person_id = opened.person_id
    join resource on resource.source_record_id = link.source_record_id
      and resource.contributor_id = opened.contributor_id
      and resource.data_class = opened.data_class
    where resource.type = ${type}
    order by resource.recorded_at desc, resource.id`.execute(tx.db)
  return accesses.map((access, place) =>
    rows
      .filter(row => row.opened === place)
      .map(({ opened: _, ...resource }) => {
        access.release(resource.contributorId, resource.dataClass)
        return resource
      }),
  )
}
