import type { FhirResource } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { ResourceKey } from './write-resource.ts'

/** Where something stands that a contributor wrote, and nothing of what it says. For taking in what it sends. */
export interface Place {
  readonly id: string
  readonly businessKey: string
  readonly dataClass: DataClass
  readonly sourceRecordId: string
  /** It was taken back: it was never so, or never about this person. */
  readonly withdrawn: boolean
}

type OwnKey<Type extends FhirResource['resourceType']> = Pick<ResourceKey<Type>, 'type' | 'contributorId'>

/** Where a contributor's own resource stands; undefined when it has written none of that key. */
export async function findOwn<Type extends FhirResource['resourceType']>(
  tx: Tx,
  { type, contributorId, businessKey }: OwnKey<Type> & { readonly businessKey: string },
): Promise<Place | undefined> {
  const [place] = await places(tx, { type, contributorId }).where('businessKey', '=', businessKey).execute()
  return place as Place | undefined
}

/** The same for several of its resources, by their ids. */
export async function ownOf<Type extends FhirResource['resourceType']>(
  tx: Tx,
  key: OwnKey<Type>,
  ids: readonly string[],
): Promise<Place[]> {
  if (ids.length === 0) return []
  return (await places(tx, key).where('id', 'in', ids).orderBy('businessKey').execute()) as Place[]
}

/**
 * Lets a number be used again that stood for something taken back: what is left of it, and of what hung on it, stays in
 * the record it was taken back from, under a key that nothing else has.
 */
export async function freeWithdrawn(tx: Tx, contributorId: string, businessKey: string): Promise<void> {
  await sql`
    update resource set business_key = 'withdrawn/' || id
    where contributor_id = ${contributorId}
      and (business_key = ${businessKey} or starts_with(business_key, ${`${businessKey}/`}))`.execute(tx.db)
}

/** Whether another of a contributor's documents in a record says that it takes the place of the one of this number. */
export async function isReplaced(
  tx: Tx,
  { contributorId, sourceRecordId }: OwnKey<'DocumentReference'> & { readonly sourceRecordId: string },
  number: string,
): Promise<boolean> {
  const replaces = JSON.stringify({ relatesTo: [{ code: 'replaces', target: { identifier: { value: number } } }] })
  const found = await tx.db
    .selectFrom('resource')
    .select('id')
    .where('sourceRecordId', '=', sourceRecordId)
    .where('type', '=', 'DocumentReference')
    .where('contributorId', '=', contributorId)
    .where(sql<boolean>`content @> ${replaces}::jsonb and content ->> 'status' <> 'entered-in-error'`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

function places(tx: Tx, { type, contributorId }: OwnKey<FhirResource['resourceType']>) {
  return tx.db
    .selectFrom('resource')
    .select(['id', 'businessKey', 'dataClass', 'sourceRecordId'])
    .select(sql<boolean>`coalesce(content ->> 'status' = 'entered-in-error', false)`.as('withdrawn'))
    .where('type', '=', type)
    .where('contributorId', '=', contributorId)
}
