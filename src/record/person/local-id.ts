import type { Tx } from '#ground/db/store.ts'

/** Under which numbers some organisations know a person: their own, and nobody else's. */
export async function localIdsHeldBy(tx: Tx, organisationIds: readonly string[], personId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('personLinkNow as link')
    .innerJoin('sourceRecord as record', 'record.id', 'link.sourceRecordId')
    .select('record.localId')
    .where('link.personId', '=', personId)
    .where('record.organisationId', 'in', [...organisationIds])
    .orderBy('record.localId')
    .execute()
  return rows.map(({ localId }) => localId)
}

/** Whom one of these organisations knows under a number of its own, by the id of that record: whoever that is now. */
export async function findPersonByLocalId(
  tx: Tx,
  organisationIds: readonly string[],
  localId: string,
): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('sourceRecord as record')
    .select('record.homePersonId')
    .where('record.localId', '=', localId)
    .where('record.organisationId', 'in', [...organisationIds])
    .executeTakeFirst()
  return row?.homePersonId
}
