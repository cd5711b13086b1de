import type { FhirResource } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { openedBy } from '../opened.ts'
import type { OfType } from '../read-resources.ts'

/** A resource as it stands, and who contributed it. */
export interface OpenResource<Resource> {
  readonly id: string
  readonly toldBy: Bilingual
  readonly content: Resource
}

interface Row<Resource> {
  readonly id: string
  readonly contributorId: string
  readonly dataClass: DataClass
  readonly nameEn: string
  readonly nameCy: string
  readonly content: Resource
}

/** What is to be read: all of a type, or those of these ids; without the files in it, where they are not asked for. */
export interface Asked<Type extends FhirResource['resourceType']> {
  readonly type: Type
  readonly ids?: readonly string[]
  /** Only those whose key begins so: an appointment at a clinic and a carer's visit are one type. */
  readonly under?: string
  readonly withFiles?: boolean
  readonly max: number
}

/**
 * The resources of one type that an access opens, what was said last before the rest, as many as asked for. Nothing
 * that was taken back is among them.
 */
export async function readOpen<Type extends FhirResource['resourceType']>(
  tx: Tx,
  access: Access,
  { type, ids, under = '', withFiles = true, max }: Asked<Type>,
): Promise<OpenResource<OfType<Type>>[]> {
  const content = withFiles ? sql`resource.content` : sql`resource.content - 'content'`
  const { rows } = await sql<Row<OfType<Type>>>`
    select resource.id, resource.contributor_id, resource.data_class, body.name_en, body.name_cy, ${content} as content
    from ${openedBy([access])}
    join person_link_now as link on link.person_id = opened.person_id
    join resource on resource.source_record_id = link.source_record_id
      and resource.contributor_id = opened.contributor_id
      and resource.data_class = opened.data_class
    join organisation as body on body.id = resource.contributor_id
    where resource.type = ${type}
      and resource.content ->> 'status' <> 'entered-in-error'
      and starts_with(resource.business_key, ${under})
      and (${ids === undefined} or resource.id = any(${[...(ids ?? [])]}::uuid[]))
    order by coalesce(resource.said_at, resource.recorded_at) desc, resource.id
    limit ${max}`.execute(tx.db)
  return rows.map(({ id, contributorId, dataClass, nameEn, nameCy, content: resource }) => {
    access.release(contributorId, dataClass)
    return { id, toldBy: { en: nameEn, cy: nameCy }, content: resource }
  })
}
