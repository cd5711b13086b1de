import type { FhirResource } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import type { ResourceKey } from './write-resource.ts'

/**
 * The source record that a contributor's own resource hangs on; undefined when it has written none of that key. For
 * taking in what the contributor sends: nothing of the resource is read.
 */
export async function findRecordOf<Type extends FhirResource['resourceType']>(
  tx: Tx,
  { type, contributorId, businessKey }: Omit<ResourceKey<Type>, 'dataClass' | 'sourceRecordId'>,
): Promise<string | undefined> {
  const held = await tx.db
    .selectFrom('resource')
    .select('sourceRecordId')
    .where('contributorId', '=', contributorId)
    .where('type', '=', type)
    .where('businessKey', '=', businessKey)
    .executeTakeFirst()
  return held?.sourceRecordId ?? undefined
}
