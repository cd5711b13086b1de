import { isDeepStrictEqual } from 'node:util'
import type { Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type Identity, identityOf } from './patient.ts'

export interface SourceRecord {
  readonly id: string
  readonly version: number
  readonly identity: Identity
}

/** Whose record it is, and what they call the person: the key under which they will send again. */
export interface SourceKey {
  readonly organisationId: string
  readonly localId: string
}

/**
 * Keeps what an organisation holds of a person, whole, as it is after `change` of what it held before. A new version
 * only when something differs. The id of the record is the id of its FHIR Patient.
 */
export async function keepSourceRecord(
  tx: Tx,
  key: SourceKey,
  change: (held: Patient | undefined) => Patient,
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
  const patient: Patient = { ...change(held?.content as Patient | undefined), id }
  const identity = identityOf(patient)
  if (held !== undefined && isDeepStrictEqual(held.content, JSON.parse(JSON.stringify(patient)))) {
    return { id, version: held.version, identity }
  }
  const version = (held?.version ?? 0) + 1
  await write(tx, { id, version, key, patient, identity, messageId })
  return { id, version, identity }
}

interface Written extends SourceRecord {
  readonly key: SourceKey
  readonly patient: Patient
  readonly messageId: string | undefined
}

/** The record as it stands and its version, in one statement. */
async function write(tx: Tx, { id, version, key, patient, identity, messageId }: Written): Promise<void> {
  const { nhsNumber, nhsNumberVerified, birthDate, familyKey } = identity
  await sql`
    with current as (
      insert into source_record (id, organisation_id, local_id, version, content, nhs_number, nhs_number_verified,
                                 birth_date, family_key)
      values (${id}, ${key.organisationId}, ${key.localId}, ${version}, ${JSON.stringify(patient)}, ${nhsNumber ?? null},
              ${nhsNumberVerified}, ${birthDate ?? null}, ${familyKey})
      on conflict (id) do update
        set version = excluded.version, content = excluded.content, nhs_number = excluded.nhs_number,
            nhs_number_verified = excluded.nhs_number_verified, birth_date = excluded.birth_date,
            family_key = excluded.family_key
      returning id, version, content
    )
    insert into source_record_version (source_record_id, version, content, recorded_at, message_id)
    select id, version, content, ${tx.now}, ${messageId ?? null}::uuid from current`.execute(tx.db)
}
