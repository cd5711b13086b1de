import { isDeepStrictEqual } from 'node:util'
import type { FhirResource } from 'fhir/r4.js'
import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { type DataClass, isSensitive } from '#record/sharing/vocabulary.ts'
import type { OfType } from './read-resources.ts'
import { writeVersions } from './write-version.ts'

/** Whose resource it is, what they call it, and what class of data it holds. */
export interface ResourceKey<Type extends FhirResource['resourceType']> {
  readonly type: Type
  readonly contributorId: string
  /** Unique for the contributor within a type: a visit number, an order number. */
  readonly businessKey: string
  readonly dataClass: DataClass
  /** The source record of the person it is about. */
  readonly sourceRecordId: string
}

/** A resource as it stood before and as it stands now. */
export interface WrittenResource<Resource> {
  readonly id: string
  readonly version: number
  readonly before: Resource | undefined
  readonly now: Resource
}

/**
 * Writes a resource as it is after `change` of what its contributor wrote before. A new version, unless nothing
 * differs. With `saidAt`, when its contributor said so: where it has said something later already, nothing is changed,
 * in whichever order the two arrive, but that a sensitive class is kept as one. Throws when the access does not cover the contributor's data of that class.
 */
export async function writeResource<Type extends FhirResource['resourceType']>(
  tx: Tx,
  access: Access,
  key: ResourceKey<Type>,
  change: (held: OfType<Type> | undefined) => OfType<Type>,
  messageId: string | undefined,
  saidAt?: Date,
): Promise<WrittenResource<OfType<Type>>> {
  return writeHeld(tx, access, await holdResource(tx, key), change, messageId, saidAt)
}

/** Where a resource stands, or will stand once it is written: under which id, at which version. */
export interface HeldResource<Type extends FhirResource['resourceType']> extends HeldRow<OfType<Type>> {
  readonly key: ResourceKey<Type>
}

/** What stands under a name of its contributor's, whosever it is. */
export interface HeldRow<Resource> {
  readonly id: string
  /** None for one that is not there yet. */
  readonly version: number
  readonly before: Resource | undefined
  readonly sourceRecordId: string | null | undefined
  readonly dataClass: string | undefined
  readonly saidAt: Date | null | undefined
}

const UNHELD = {
  version: 0,
  before: undefined,
  sourceRecordId: undefined,
  dataClass: undefined,
  saidAt: undefined,
} as const

/** Finds what stands under a key; nobody else writes it until this transaction ends. */
export async function holdResource<Type extends FhirResource['resourceType']>(
  tx: Tx,
  key: ResourceKey<Type>,
): Promise<HeldResource<Type>> {
  return { key, ...(await holdRow(tx, key)) }
}

/** The same before it is known whose it is. */
export async function holdRow<Type extends FhirResource['resourceType']>(
  tx: Tx,
  key: Pick<ResourceKey<Type>, 'type' | 'contributorId' | 'businessKey'>,
): Promise<HeldRow<OfType<Type>>> {
  const { rows } = await sql<HeldRow<OfType<Type>>>`
    select id, version, content as before, source_record_id, data_class, said_at
    from resource
    where contributor_id = ${key.contributorId} and type = ${key.type} and business_key = ${key.businessKey}
    for update`.execute(tx.db)
  return rows[0] ?? { id: tx.newId(), ...UNHELD }
}

/** The same over what is held already, for who has asked for several at once. Nothing is waited for. */
export function writeHeld<Type extends FhirResource['resourceType']>(
  tx: Tx,
  access: Access,
  { key, id, version, before, ...held }: HeldResource<Type>,
  change: (held: OfType<Type> | undefined) => OfType<Type>,
  messageId: string | undefined,
  saidAt?: Date,
): WrittenResource<OfType<Type>> {
  access.contribute(key.contributorId, key.dataClass)
  const overtaken = before !== undefined && isOvertaken(held.saidAt, saidAt)
  if (overtaken && !isSensitive(key.dataClass)) return { id, version, before, now: before }
  const now = overtaken ? before : { ...change(before), id }
  if (held.dataClass === key.dataClass && isDeepStrictEqual(before, JSON.parse(JSON.stringify(now)))) {
    if (saidAt !== undefined && !overtaken) tx.send(tx.db.updateTable('resource').set({ saidAt }).where('id', '=', id))
    return { id, version, before, now }
  }
  const { actor: writtenBy } = access
  const said = overtaken ? undefined : saidAt
  const stood = held.sourceRecordId === key.sourceRecordId ? before : undefined
  const next = { id, version: version + 1, before: stood, content: now, writtenBy, messageId, saidAt: said }
  writeVersions(tx, [{ ...key, ...next }])
  return { id, version: version + 1, before, now }
}

function isOvertaken(heldFrom: Date | null | undefined, saidAt: Date | undefined): boolean {
  return Boolean(heldFrom && saidAt && saidAt < heldFrom)
}
