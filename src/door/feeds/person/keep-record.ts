import type { Patient } from 'fhir/r4.js'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import { identify } from '#record/person/identify/identify.ts'
import { findHeld, type HeldRecord, keepOver, type SourceKey } from '#record/person/keep-source-record.ts'
import type { About } from '#record/sharing/about.ts'
import { raiseOfRecord } from '#work/notice/raise-of-record.ts'
import type { Sender } from '#work/sender/sender.ts'

/** The sender's record of somebody, and whom it is about: what machines wrote into it is kept under the id of its own. */
export interface KeptPerson {
  readonly sourceRecordId: string
  readonly about: About
}

/** What is kept as a sender's record of somebody, under the sender's own number for them. */
export interface NewRecord {
  readonly key: SourceKey
  readonly messageId: string
  change(held: Patient | undefined): Patient
}

/** What is held under this key. Nobody else keeps it meanwhile: messages about one record are applied one after another. */
export async function holdRecord(tx: Tx, { organisationId, localId }: SourceKey): Promise<HeldRecord | undefined> {
  await holdAlone(tx, `record ${organisationId} ${localId}`)
  return findHeld(tx, { organisationId, localId })
}

/**
 * Keeps a sender's record of somebody over what is held of them, finds whose it is, and raises notices of what has changed
 * that others may need to know.
 */
export async function keepRecord(
  tx: Tx,
  sender: Sender,
  held: HeldRecord | undefined,
  told: NewRecord,
): Promise<Outcome<KeptPerson, 'match.numberOfSomebodyElse'>> {
  const record = await keepOver(tx, held, told)
  const identified = await identify(tx, record, sender.ownerTeamId)
  if (!identified.ok) return identified
  await raiseOfRecord(tx, { ...record, organisationId: sender.organisationId })
  const about = { personId: identified.value.personId, keptUnder: record.homePersonId }
  return done({ sourceRecordId: record.id, about })
}
