import type { Identifier } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import { type OpenRecord, sourceRecordsOf } from '#record/chart/source-records.ts'
import { identityOf, NHS_NUMBER_SYSTEM } from '#record/person/patient.ts'
import type { Access } from '#record/sharing/access.ts'
import { openToSystem, type ReceivingSystem, type Told } from '#record/sharing/to-system.ts'
import type { Notice } from '#work/notice/notice.ts'
import { noticesOf } from '#work/notice/read.ts'
import type { OutgoingAbout } from '#work/outbox/outgoing.ts'

/** A notice as far as it is open to a partner's system, and how it knows whom it is about. */
export interface Tellable {
  readonly notice: Notice
  /** What the notice itself tells. */
  readonly news: readonly Told[]
  /** The record by which the person is named. */
  readonly record: OpenRecord
  /** By what numbers: those that the receiver gave itself, and the NHS number. Nobody else's are its business. */
  readonly identifiers: readonly Identifier[]
  /** Every number of the person that is open to it. */
  readonly known: readonly Identifier[]
}

/** A notice, and the person whom it is about now. */
export interface Wanted {
  readonly noticeId: string
  readonly personId: string
}

/**
 * What a partner's system may be told of a notice about somebody. Undefined when the notice is not open to it, or nothing is
 * by which it could know whom it is about. A new address that is protected is told to no system, whoever may see it: a
 * copy of it elsewhere is one that nobody here can take back.
 */
export async function findTellable(
  tx: Tx,
  system: ReceivingSystem,
  { noticeId, personId }: Wanted,
): Promise<Tellable | undefined> {
  const access = await openToSystem(tx, system, personId)
  if (access === undefined) return undefined
  const [notice] = (await noticesOf(tx, [access], [noticeId]))[0] ?? []
  if (notice === undefined || notice.newHome?.isProtected === true) return undefined
  const news = toldThrough(access)
  const records = (await sourceRecordsOf(tx, [access]))[0] ?? []
  const { organisationId } = system.actor
  const record = bestKnown(records, organisationId)
  if (record === undefined) return undefined
  const isOwn = record.contributorId === organisationId
  const identifiers = numbersOf(record).filter(({ system }) => isOwn || system === NHS_NUMBER_SYSTEM)
  return { notice, news, record, identifiers, known: records.flatMap(numbersOf) }
}

/** Whom a thing that is told of it is about, and what it tells; with who they are, if it says that too. */
export function aboutOf({ notice, news, record }: Tellable, { isNamed }: { readonly isNamed: boolean }): OutgoingAbout {
  const names: Told = { contributorId: record.contributorId, dataClass: 'demographics' }
  const isSame = (one: Told) => one.contributorId === names.contributorId && one.dataClass === names.dataClass
  const released = !isNamed || news.some(isSame) ? news : [...news, names]
  return { personId: notice.personId, sourceRecordId: record.id, released }
}

/** What has been let through so far, by the ids of who contributed it. */
function toldThrough({ grants, released }: Access): Told[] {
  return released.flatMap(({ contributor, dataClass }) => {
    const grant = grants.find(one => one.contributor === contributor && one.dataClass === dataClass)
    return grant === undefined ? [] : [{ contributorId: grant.contributorId, dataClass }]
  })
}

/** Its own organisation's record, with the number that it knows itself; else one with an NHS number; else none will do. */
function bestKnown(records: readonly OpenRecord[], organisationId: string): OpenRecord | undefined {
  return (
    records.find(({ contributorId }) => contributorId === organisationId) ??
    records.find(({ content }) => identityOf(content).nhsNumber !== undefined)
  )
}

function numbersOf({ content }: OpenRecord): Identifier[] {
  return (content.identifier ?? []).filter(({ value }) => value !== undefined)
}
