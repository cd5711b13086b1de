import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'

/** Whose a source record is, and which came before which. */
export interface RecordBody {
  readonly organisationId: string
  readonly organisation: Bilingual
  readonly arrival: bigint
}

/** The organisation that holds each of these records. */
export async function recordBodies(tx: Tx, recordIds: readonly string[]): Promise<ReadonlyMap<string, RecordBody>> {
  if (recordIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('sourceRecord as record')
    .innerJoin('organisation as body', 'body.id', 'record.organisationId')
    .select(['record.id', 'record.organisationId', 'record.arrival', 'body.nameEn', 'body.nameCy'])
    .where('record.id', 'in', [...new Set(recordIds)])
    .execute()
  return new Map(
    rows.map(({ id, organisationId, arrival, nameEn, nameCy }) => [
      id,
      { organisationId, organisation: { en: nameEn, cy: nameCy }, arrival: BigInt(arrival ?? 0) },
    ]),
  )
}
