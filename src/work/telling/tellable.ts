import type { Tx } from '#ground/db/store.ts'
import { type OpenRecord, sourceRecordsOf } from '#record/chart/source-records.ts'
import { identityOf } from '#record/person/patient.ts'
import type { Access } from '#record/sharing/access.ts'
import { openToSystem, type ReceivingSystem, type Told } from '#record/sharing/to-system.ts'
import type { Notice } from '#work/notice/notice.ts'
import { noticesOf } from '#work/notice/read.ts'
import type { OutgoingAbout } from '#work/outbox/outgoing.ts'

/** A notice as far as it is open to a partner's system, and the record by which it knows whom it is about. */
export interface Tellable {
  readonly notice: Notice
  readonly record: OpenRecord
  /** Whether that record is its own organisation's. */
  readonly isOwnRecord: boolean
  readonly about: OutgoingAbout
}

/**
 * What a partner's system may be told of a notice about somebody. Undefined when the notice is not open to it, or nothing is
 * by which it could know whom it is about. A new address that is protected is told to no system, whoever may see it: a
 * copy of it elsewhere is one that nobody here can take back.
 */
export async function findTellable(
  tx: Tx,
  system: ReceivingSystem,
  { noticeId, personId }: { readonly noticeId: string; readonly personId: string },
): Promise<Tellable | undefined> {
  const access = await openToSystem(tx, system, personId)
  if (access === undefined) return undefined
  const [notice] = (await noticesOf(tx, [access], [noticeId]))[0] ?? []
  if (notice === undefined || notice.newHome?.isProtected === true) return undefined
  const told = toldThrough(access)
  const record = bestKnown((await sourceRecordsOf(tx, [access]))[0] ?? [], system)
  if (record === undefined) return undefined
  const names = { contributorId: record.contributorId, dataClass: 'demographics' } as const
  const isSame = (one: Told) => one.contributorId === names.contributorId && one.dataClass === names.dataClass
  const released = told.some(isSame) ? told : [...told, names]
  const isOwnRecord = record.contributorId === system.actor.organisationId
  return { notice, record, isOwnRecord, about: { personId, sourceRecordId: record.id, released } }
}

/** What has been let through so far, by the ids of who contributed it. */
function toldThrough({ grants, released }: Access): Told[] {
  return released.flatMap(({ contributor, dataClass }) => {
    const grant = grants.find(one => one.contributor === contributor && one.dataClass === dataClass)
    return grant === undefined ? [] : [{ contributorId: grant.contributorId, dataClass }]
  })
}

/** Its own organisation's record, with the number that it knows itself; else one with an NHS number; else none will do. */
function bestKnown(records: readonly OpenRecord[], { actor }: ReceivingSystem): OpenRecord | undefined {
  return (
    records.find(({ contributorId }) => contributorId === actor.organisationId) ??
    records.find(({ content }) => identityOf(content).nhsNumber !== undefined)
  )
}
