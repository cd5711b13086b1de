import type { Patient } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import type { AdtPerson } from '#ground/hl7/adt-event.ts'
import { type Outcome, refused } from '#ground/outcome.ts'
import { holdRecord, type KeptPerson, keepRecord } from '#work/identity/keep-record.ts'
import type { Sender } from '#work/sender/sender.ts'
import type { Saying } from '../saying.ts'
import { patientAfter } from './patient.ts'
import { findToldLast, keepToldLast, newsOf } from './told-last.ts'

export type KeepPersonProblem = 'feed.noLocalId' | 'match.numberOfSomebodyElse'

/**
 * Keeps what a sender says of a person as its record of them, finds whose it is, and raises notices of what has changed
 * that others may need to know. Messages about one record are applied one after another. With `said`, when its system
 * said so: what it said of a field later stands, though it came before.
 */
export async function keepPerson(
  tx: Tx,
  sender: Sender,
  person: AdtPerson,
  messageId: string,
  said?: Saying,
): Promise<Outcome<KeptPerson, KeepPersonProblem>> {
  const localId = person.localIds[0]?.value
  if (localId === undefined) return refused('feed.noLocalId')
  const key = { organisationId: sender.organisationId, localId }
  const naming = { facility: sender.facility, identifierSystems: sender.map.identifierSystems }
  const [held, toldLast] = await together([holdRecord(tx, key), findToldLast(tx, key)])
  const news = said && newsOf(toldLast, person, said)
  const told = news?.person ?? person
  const change = (before: Patient | undefined) => patientAfter(before, told, naming)
  const kept = await keepRecord(tx, sender, held, { key, messageId, change })
  if (kept.ok && news !== undefined) keepToldLast(tx, kept.value.sourceRecordId, news.toldLast)
  return kept
}
