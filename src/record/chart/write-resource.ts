import { isDeepStrictEqual } from 'node:util'
import type { FhirResource } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'

/** A resource to keep: whose data it is follows from the access, what class of data it holds must be said. */
export interface NewResource {
  /** What the contributor calls it, unique for them within a type: a visit number, an order number. */
  readonly businessKey: string
  readonly sourceRecordId: string
  readonly contributorId: string
  readonly dataClass: DataClass
  readonly content: FhirResource
  readonly messageId: string | undefined
}

export interface WrittenResource {
  readonly id: string
  readonly version: number
}

/** Keeps a resource as a new version, or as the first one. Content equal to the current version changes nothing. */
export async function writeResource(tx: Tx, access: Access, resource: NewResource): Promise<WrittenResource> {
  access.release(resource.contributorId, resource.dataClass)
  const type = resource.content.resourceType
  const held = await tx.db
    .selectFrom('resource')
    .select(['id', 'version', 'content'])
    .where('contributorId', '=', resource.contributorId)
    .where('type', '=', type)
    .where('businessKey', '=', resource.businessKey)
    .forUpdate()
    .executeTakeFirst()
  const id = held?.id ?? tx.newId()
  const json = JSON.stringify({ ...resource.content, id })
  if (held !== undefined && isDeepStrictEqual(held.content, JSON.parse(json))) return { id, version: held.version }
  const version = (held?.version ?? 0) + 1
  const { sourceRecordId, contributorId, dataClass, businessKey, messageId } = resource
  const now = { version, sourceRecordId, dataClass, content: json, recordedAt: tx.now }
  if (held === undefined) {
    await tx.db
      .insertInto('resource')
      .values({ id, type, contributorId, businessKey, ...now })
      .execute()
  } else {
    await tx.db.updateTable('resource').set(now).where('id', '=', id).execute()
  }
  await tx.db
    .insertInto('resourceVersion')
    .values({
      resourceId: id,
      version,
      dataClass,
      content: json,
      recordedAt: tx.now,
      writtenBy: access.actor.name,
      messageId: messageId ?? null,
    })
    .execute()
  return { id, version }
}
