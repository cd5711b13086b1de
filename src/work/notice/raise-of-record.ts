import type { Patient } from 'fhir/r4.js'
import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { isMarkedSensitive } from '#record/person/patient-extensions.ts'
import { rawOfPatient } from '#record/person/raw-of-patient.ts'
import { sensitiveAmong } from '#record/person/sensitive/sensitive.ts'
import { standardise } from '#record/person/standard/standardise.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { RecordChange } from './notice-kind.ts'
import { raiseNotice } from './raise.ts'
import { recordChanges } from './record-changes.ts'

/** A sender's record of somebody before and after it was kept. */
export interface KeptRecord {
  readonly id: string
  readonly version: number
  readonly organisationId: string
  readonly before: Patient | undefined
  readonly now: Patient
}

/**
 * Raises a notice of each thing that others may need to know of how a sender's record has changed. Called once the record
 * is kept and it is known whose it is. A new address is of the class of protected ones where it was kept back before the
 * change or is after it: neither address leaks, nor that there is another.
 */
export async function raiseOfRecord(tx: Tx, kept: KeptRecord): Promise<void> {
  for (const kind of recordChanges(kept.before, kept.now)) {
    await raiseNotice(tx, {
      kind,
      sourceRecordId: kept.id,
      sourceRecordVersion: kept.version,
      contributorId: kept.organisationId,
      dataClass: await classOf(tx, kind, kept),
      happenedAt: tx.now,
    })
  }
}

async function classOf(tx: Tx, kind: RecordChange, { id, before }: KeptRecord): Promise<DataClass> {
  if (kind !== 'moved-home') return 'demographics'
  const isKeptBack = (await sensitiveAmong(tx, [id])).has(id) || (before && (await wasKeptBack(tx, before)))
  return isKeptBack ? 'protected-address' : 'contacts'
}

/** By what the record said itself; a mark made by hand stands still, and was found already. */
async function wasKeptBack(tx: Tx, before: Patient): Promise<boolean> {
  if (isMarkedSensitive(before)) return true
  const standard = JSON.stringify(standardise(rawOfPatient(before)))
  const { rows } = await sql<{ isRefuge: boolean }>`
    select exists (
      select from unnest(homes_of(${standard}::jsonb)) as home (place) where institution_class(home.place) = 'refuge'
    ) as is_refuge`.execute(tx.db)
  return rows[0]?.isRefuge === true
}
