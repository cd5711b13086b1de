import type { FhirResource } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import type { OfType } from './read-resources.ts'
import { type ResourceKey, type WrittenResource, writeResource } from './write-resource.ts'

/**
 * Takes a resource out of the record of somebody it was never about. Their record keeps that there was one, as `emptied`
 * leaves it (`entered-in-error`, nothing of whoever it is about), and every version as it was written. Its business key
 * becomes free, so that it can be written about the right person. Undefined when their record holds none of that key.
 * Throws when the access does not cover the contributor's data of that class.
 * Source: NHS Wales rule that only a wrong person is a misfile (domain.md 2.12).
 */
export async function misfile<Type extends FhirResource['resourceType']>(
  tx: Tx,
  access: Access,
  key: ResourceKey<Type>,
  emptied: (held: OfType<Type>) => OfType<Type>,
  messageId: string | undefined,
): Promise<WrittenResource<OfType<Type>> | undefined> {
  access.contribute(key.contributorId, key.dataClass)
  const businessKey = `${key.businessKey}/misfiled/${tx.newId()}`
  const freed = await tx.db
    .updateTable('resource')
    .set({ businessKey })
    .where('contributorId', '=', key.contributorId)
    .where('type', '=', key.type)
    .where('businessKey', '=', key.businessKey)
    .where('sourceRecordId', '=', key.sourceRecordId)
    .returning('id')
    .executeTakeFirst()
  if (freed === undefined) return undefined
  return writeResource(
    tx,
    access,
    { ...key, businessKey },
    held => {
      if (held === undefined) throw new Error(`the resource ${freed.id} has gone from under its own key`)
      return emptied(held)
    },
    messageId,
  )
}
