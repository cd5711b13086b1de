import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { NoticeKind } from './notice.ts'

/** What happened, to whom, and the resource that tells it. */
export interface NewNotice {
  readonly kind: NoticeKind
  readonly sourceRecordId: string
  readonly resourceId: string
  readonly happenedAt: Date
}

/** The announcement's topic; its id is the notice's. */
export const NOTICE_TOPIC = 'notice'

/** Raises a notice in the transaction that recorded what happened, and announces it when that commits. */
export async function raiseNotice(tx: Tx, notice: NewNotice): Promise<void> {
  const id = tx.newId()
  await tx.db
    .insertInto('notice')
    .values({ id, ...notice, recordedAt: tx.now })
    .execute()
  await announce(tx, { topic: NOTICE_TOPIC, id })
}
