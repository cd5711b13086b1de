import type { Patient } from 'fhir/r4.js'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import { identify } from '#record/person/identify/identify.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import { raiseOfRecord } from '#work/notice/raise-of-record.ts'
import type { Sender } from '#work/sender/sender.ts'

/** The sender's record of somebody, and the person id of its own: what machines wrote into it stays with it. */
export interface KeptPerson {
  readonly sourceRecordId: string
  readonly personId: string
}

/** What is kept as a sender's record of somebody, under the sender's own number for them. */
export interface NewRecord {
  readonly localId: string
  readonly messageId: string
  change(held: Patient | undefined): Patient
}

/** Waits until nobody else keeps this record: messages about one record are applied one after another. */
export async function holdRecord(tx: Tx, sender: Sender, localId: string): Promise<void> {
  await holdAlone(tx, `record ${sender.organisationId} ${localId}`)
}

/**
 * Keeps a sender's record of somebody, finds whose it is, and raises notices of what has changed that others may need to
 * know. Call it with the record held.
 */
export async function keepRecord(
  tx: Tx,
  sender: Sender,
  { localId, messageId, change }: NewRecord,
): Promise<Outcome<KeptPerson, 'match.numberOfSomebodyElse'>> {
  const key = { organisationId: sender.organisationId, localId }
  const record = await keepSourceRecord(tx, key, change, messageId)
  const identified = await identify(tx, record, sender.ownerTeamId)
  if (!identified.ok) return identified
  await raiseOfRecord(tx, { ...record, organisationId: sender.organisationId })
  return done({ sourceRecordId: record.id, personId: record.homePersonId })
}
