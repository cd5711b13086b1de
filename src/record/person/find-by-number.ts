import type { Tx } from '#ground/db/store.ts'
import type { NhsNumber } from '#ground/nhs-number.ts'

/**
 * The one person of whom some agency holds both this NHS number and this birth date (ISO 8601) in one record.
 * Undefined for nobody, and for more than one: two identifiers that do not agree name nobody.
 */
export async function findByNumberAndBirth(
  tx: Tx,
  nhsNumber: NhsNumber,
  birthDate: string,
): Promise<string | undefined> {
  const people = await tx.db
    .selectFrom('sourceRecord as record')
    .innerJoin('personLinkNow as link', 'link.sourceRecordId', 'record.id')
    .select('link.personId')
    .distinct()
    .where('record.nhsNumber', '=', nhsNumber)
    .where('record.birthDate', '=', birthDate)
    .limit(2)
    .execute()
  const [only, another] = people
  return another === undefined ? (only?.personId ?? undefined) : undefined
}
