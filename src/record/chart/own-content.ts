import type { FhirResource } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'

type OfType<Type extends FhirResource['resourceType']> = Extract<FhirResource, { resourceType: Type }>

/**
 * What a contributor wrote before under its own key, to be changed and written again. Held until the transaction ends.
 * Undefined when there is nothing, or when the access does not cover it.
 */
export async function findOwnContent<Type extends FhirResource['resourceType']>(
  tx: Tx,
  access: Access,
  own: { readonly contributorId: string; readonly type: Type; readonly businessKey: string },
): Promise<OfType<Type> | undefined> {
  const row = await tx.db
    .selectFrom('resource')
    .select(['content', 'dataClass'])
    .where('contributorId', '=', own.contributorId)
    .where('type', '=', own.type)
    .where('businessKey', '=', own.businessKey)
    .forUpdate()
    .executeTakeFirst()
  const covered = row !== undefined && access.covers(own.contributorId, row.dataClass as never)
  return covered ? (row.content as unknown as OfType<Type>) : undefined
}
