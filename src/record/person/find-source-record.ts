import type { Tx } from '#ground/db/store.ts'
import type { SourceKey } from './keep-source-record.ts'

/** The id of the record that an organisation keeps under this number, or undefined when none has come. */
export async function findSourceRecord(tx: Tx, { organisationId, localId }: SourceKey): Promise<string | undefined> {
  const held = await tx.db
    .selectFrom('sourceRecord')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('localId', '=', localId)
    .executeTakeFirst()
  return held?.id
}
