import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { AdtPerson } from '#ground/hl7/adt-event.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { identify } from '#record/person/identify/identify.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import { raiseOfRecord } from '#work/notice/raise-of-record.ts'
import type { Sender } from '#work/sender/sender.ts'
import type { Saying } from '../saying.ts'
import { patientAfter } from './patient.ts'
import { findToldLast, keepToldLast, newsOf } from './told-last.ts'

export type KeepPersonProblem = 'feed.noLocalId' | 'match.numberOfSomebodyElse'

/** The sender's record of somebody, and the person id of its own: what machines wrote into it stays with it. */
export interface KeptPerson {
  readonly sourceRecordId: string
  readonly personId: string
}

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
  await holdAlone(tx, `record ${sender.organisationId} ${localId}`)
  const news = said && newsOf(await findToldLast(tx, key), person, said)
  const told = news?.person ?? person
  const record = await keepSourceRecord(tx, key, held => patientAfter(held, told, naming), messageId)
  if (news !== undefined) await keepToldLast(tx, record.id, news.toldLast)
  const identified = await identify(tx, record, sender.ownerTeamId)
  if (!identified.ok) return identified
  await raiseOfRecord(tx, { ...record, organisationId: sender.organisationId })
  return done({ sourceRecordId: record.id, personId: record.homePersonId })
}
