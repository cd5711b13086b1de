import type { Tx } from '#ground/db/store.ts'
import type { AdtPerson } from '#ground/hl7/adt-event.ts'
import { type Outcome, refused } from '#ground/outcome.ts'
import type { Sender } from '#work/sender/sender.ts'
import type { Saying } from '../saying.ts'
import { holdRecord, type KeptPerson, keepRecord } from './keep-record.ts'
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
  await holdRecord(tx, sender, localId)
  const news = said && newsOf(await findToldLast(tx, key), person, said)
  const told = news?.person ?? person
  const kept = await keepRecord(tx, sender, { localId, messageId, change: held => patientAfter(held, told, naming) })
  if (kept.ok && news !== undefined) keepToldLast(tx, kept.value.sourceRecordId, news.toldLast)
  return kept
}
