import { isDeepStrictEqual } from 'node:util'
import type { Patient } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import { identityOf } from './patient.ts'

export interface SourceRecord {
  readonly id: string
  readonly version: number
  readonly isNew: boolean
}

/** Whose record it is, and what they call the person: the key under which they will send again. */
export interface SourceKey {
  readonly organisationId: string
  readonly localId: string
}

/**
 * Keeps what an organisation holds of a person, whole, as received. A new version only when something differs.
 * The id of the record is the id of its FHIR Patient.
 */
export async function keepSourceRecord(
  tx: Tx,
  key: SourceKey,
  content: Patient,
  messageId: string | undefined,
): Promise<SourceRecord> {
  const held = await tx.db
    .selectFrom('sourceRecord')
    .select(['id', 'version', 'content'])
    .where('organisationId', '=', key.organisationId)
    .where('localId', '=', key.localId)
    .forUpdate()
    .executeTakeFirst()
  const id = held?.id ?? tx.newId()
  const patient: Patient = { ...content, id }
  if (held !== undefined && isDeepStrictEqual(held.content, JSON.parse(JSON.stringify(patient)))) {
    return { id, version: held.version, isNew: false }
  }
  const version = (held?.version ?? 0) + 1
  const { nhsNumber, nhsNumberVerified, birthDate, familyKey } = identityOf(patient)
  const json = JSON.stringify(patient)
  const now = {
    version,
    content: json,
    nhsNumber: nhsNumber ?? null,
    nhsNumberVerified,
    birthDate: birthDate ?? null,
    familyKey,
  }
  if (held === undefined) {
    await tx.db
      .insertInto('sourceRecord')
      .values({ id, ...key, ...now })
      .execute()
  } else {
    await tx.db.updateTable('sourceRecord').set(now).where('id', '=', id).execute()
  }
  await tx.db
    .insertInto('sourceRecordVersion')
    .values({ sourceRecordId: id, version, content: json, recordedAt: tx.now, messageId: messageId ?? null })
    .execute()
  return { id, version, isNew: held === undefined }
}
