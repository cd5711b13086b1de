import { isDeepStrictEqual } from 'node:util'
import type { Patient } from 'fhir/r4.js'
import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { writeIndex } from '#record/index/write-index.ts'
import {
  COMPARED_VERSION,
  comparableOf,
  type KeptComparable,
  keepFirstStandard,
  keepStandards,
} from './identify/keep-standards.ts'
import { standardsOf } from './identify/standard-of.ts'
import { type Identity, identityOf } from './patient.ts'

export interface SourceRecord {
  readonly id: string
  readonly version: number
  readonly identity: Identity
  /** What was held before, whole, and what is held now. */
  readonly before: Patient | undefined
  readonly now: Patient
  /** The person it is about while nothing joins it to another record. */
  readonly homePersonId: string
  /** The person it was about when it was kept, before anything new was found of it. */
  readonly personId: string
  /** Whether it has just been kept for the first time. */
  readonly isNew: boolean
  /** What matching compares of it; undefined when that is what it was before, so that nothing new can be found. */
  readonly compared: KeptComparable | undefined
}

/** Whose record it is, and what they call the person: the key under which they will send again. */
export interface SourceKey {
  readonly organisationId: string
  readonly localId: string
}

/**
 * Keeps what an organisation holds of a person, whole, as it is after `change` of what it held before. A new version
 * only when something differs. The id of the record is the id of its FHIR Patient. A new record is about somebody new,
 * until it is linked; or about the person whose id the caller gives, who may be there already and have no record yet.
 */
export async function keepSourceRecord(
  tx: Tx,
  key: SourceKey,
  change: (held: Patient | undefined) => Patient,
  messageId: string | undefined,
  newHomeId = tx.newId(),
): Promise<SourceRecord> {
  return keepOver(tx, await findHeld(tx, key), { key, change, messageId, newHomeId })
}

/** What is to be kept, under which key, and by which message. */
export interface NewSourceRecord {
  readonly key: SourceKey
  change(held: Patient | undefined): Patient
  readonly messageId: string | undefined
  readonly newHomeId?: string
  /** The id that a new record is to have, where it was given already. */
  readonly newId?: string
  readonly byFhir?: WrittenByFhir
}

/** What is kept besides of a version that came by the FHIR door. */
export interface WrittenByFhir {
  readonly method: 'create' | 'update' | 'patch'
  /** The id that its organisation chose for its Patient; undefined where it is ours. */
  readonly logicalId: string | undefined
  readonly writtenBy: string
  readonly senderId: string
  readonly app: string
}

/** The same over what is held already, for who has asked for it together with other things. */
export async function keepOver(
  tx: Tx,
  held: HeldRecord | undefined,
  { key, change, messageId, newHomeId = tx.newId(), newId, byFhir }: NewSourceRecord,
): Promise<SourceRecord> {
  const id = held?.id ?? newId ?? tx.newId()
  const before = held?.content as Patient | undefined
  const now: Patient = { ...change(before), id }
  const identity = identityOf(now)
  const isNew = held === undefined
  const homePersonId = held?.homePersonId ?? newHomeId
  const isSame = held !== undefined && isDeepStrictEqual(before, JSON.parse(JSON.stringify(now)))
  const version = (held?.version ?? 0) + (isSame ? 0 : 1)
  const personId = held?.personId ?? homePersonId
  const record = { id, version, identity, before, now, homePersonId, personId, isNew }
  if (isSame && held.standardVersion === COMPARED_VERSION) return { ...record, compared: undefined }
  if (!isSame) {
    write(tx, { ...record, key, messageId, byFhir })
    writeIndex(tx, [{ id, type: 'Patient', sourceRecordId: id, before, content: now, isNew }])
  }
  const [standard] = await standardsOf(tx, [now])
  const comparable = comparableOf(id, standard!)
  if (isNew) return { ...record, compared: keepFirstStandard(tx, comparable) }
  const [compared] = await keepStandards(tx, [comparable])
  return { ...record, compared: compared?.isChanged ? compared : undefined }
}

/** What is held of somebody under a key. */
export interface HeldRecord {
  readonly id: string
  readonly localId: string
  readonly version: number
  readonly content: unknown
  readonly homePersonId: string
  readonly personId: string | null
  readonly standardVersion: number | null
}

/** What an organisation holds under this key, or the record of an id; nobody else changes it until this transaction ends. */
export async function findHeld(tx: Tx, which: SourceKey | { readonly id: string }): Promise<HeldRecord | undefined> {
  const { id = null, organisationId = null, localId = null } = { ...which } as Partial<SourceKey & { id: string }>
  const { rows } = await sql<HeldRecord>`
    select record.id, record.local_id, record.version, record.content, record.home_person_id, standard.standard_version, now.person_id
    from source_record as record
    left join record_standard as standard on standard.source_record_id = record.id
    left join person_now as now on now.id = record.home_person_id
    where record.id = coalesce(${id}::uuid, (
      select id from source_record where organisation_id = ${organisationId}::uuid and local_id = ${localId}))
    for update of record`.execute(tx.db)
  return rows[0]
}

interface Written extends Omit<SourceRecord, 'compared'> {
  readonly key: SourceKey
  readonly messageId: string | undefined
  readonly byFhir: WrittenByFhir | undefined
}

/** The record as it stands, its version, and the person whose first record it is, in one statement. */
function write(tx: Tx, written: Written): void {
  const { id, version, key, now, identity, homePersonId, isNew, messageId, byFhir } = written
  const { nhsNumber, nhsNumberVerified, birthDate, familyKey } = identity
  tx.send(sql`
    with somebody as (
      insert into person (id, recorded_at)
      select ${homePersonId}::uuid, ${tx.now}::timestamptz where ${isNew}::boolean
      on conflict do nothing
    ), current as (
      insert into source_record (id, organisation_id, local_id, logical_id, version, content, nhs_number,
                                 nhs_number_verified, birth_date, family_key, home_person_id)
      values (${id}, ${key.organisationId}, ${key.localId}, ${byFhir?.logicalId ?? null}, ${version},
              ${JSON.stringify(now)}, ${nhsNumber ?? null}, ${nhsNumberVerified}, ${birthDate ?? null}, ${familyKey}, ${homePersonId})
      on conflict (id) do update
        set version = excluded.version, content = excluded.content, nhs_number = excluded.nhs_number,
            nhs_number_verified = excluded.nhs_number_verified, birth_date = excluded.birth_date,
            family_key = excluded.family_key
      returning id, version, content
    )
    insert into source_record_version (source_record_id, version, content, recorded_at, message_id, method, written_by,
                                       sender_id, app)
    select id, version, content, ${tx.now}, ${messageId ?? null}::uuid, ${byFhir?.method ?? null},
           ${byFhir?.writtenBy ?? null}, ${byFhir?.senderId ?? null}::uuid, ${byFhir?.app ?? null}
    from current`)
}
