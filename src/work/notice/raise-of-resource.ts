import type { Tx } from '#ground/db/store.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { raiseNotice } from './raise.ts'

/** A resource that a sender's message has just written. */
export interface SentResource {
  readonly id: string
  readonly dataClass: DataClass
  readonly sourceRecordId: string
  /** Whether its sender had told nothing of it before. */
  readonly isNew: boolean
}

/**
 * Raises the notice that a resource is by its class alone, whatever type it has and by whichever channel it came: that a
 * safeguarding enquiry has been concluded. It hangs on the conclusion and tells nothing of the enquiry; a conclusion that
 * is corrected is no news. What is known of a stay raises its own (door/feeds/hl7/adt).
 */
export async function raiseOfResource(tx: Tx, { id, dataClass, sourceRecordId, isNew }: SentResource): Promise<void> {
  if (dataClass !== 'safeguarding-conclusion' || !isNew) return
  await raiseNotice(tx, { kind: 'safeguarding-concluded', sourceRecordId, resourceId: id, happenedAt: tx.now })
}
