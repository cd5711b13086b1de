import { announce } from '#ground/db/announce.ts'
import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { ConversationNotice, NoticeKind, RecordChange } from './notice-kind.ts'

/** What happened, when, and what tells it: a resource, a version of a sender's record, a plan, or the conversation in it. */
export type NewNotice = { readonly happenedAt: Date } & (OfResource | OfRecord | OfPlan | OfConversation)

/** The resource says whose data it is and of what class. */
interface OfResource {
  readonly kind: NoticeKind
  readonly sourceRecordId: string
  readonly resourceId: string
}

interface OfRecord extends Telling {
  readonly kind: RecordChange
  readonly sourceRecordId: string
  readonly sourceRecordVersion: number
}

interface OfPlan extends Telling {
  readonly kind: 'plan-version'
  readonly planId: string
  /** Who wrote it. */
  readonly madeBy: string
}

interface OfConversation extends Telling {
  readonly kind: ConversationNotice
  readonly planId: string
  readonly madeBy: string
  /** The one account that is told. */
  readonly toldTo: string
}

/** Whose data it tells, and what must be open to whoever is told. */
interface Telling {
  readonly contributorId: string
  readonly dataClass: DataClass
}

/** All that may tell of it. */
type What = Partial<
  Omit<OfResource, 'kind'> & Omit<OfRecord, 'kind'> & Omit<OfPlan, 'kind'> & Omit<OfConversation, 'kind'>
>

/** The announcement's topic; its id is the notice's. */
export const NOTICE_TOPIC = 'notice'

/** Raises a notice in the transaction that recorded what happened, and announces it when that commits. */
export async function raiseNotice(tx: Tx, notice: NewNotice): Promise<void> {
  const id = tx.newId()
  const { kind, happenedAt } = notice
  const { sourceRecordId, sourceRecordVersion, resourceId, planId }: What = notice
  const { madeBy, toldTo, contributorId, dataClass }: What = notice
  tx.send(sql`
    insert into notice (id, kind, source_record_id, source_record_version, resource_id, plan_id, made_by, told_to,
                        contributor_id, data_class, happened_at, recorded_at)
    values (${id}, ${kind}, ${sourceRecordId}, ${sourceRecordVersion}, ${resourceId}, ${planId}, ${madeBy}, ${toldTo},
            ${contributorId}, ${dataClass}, ${happenedAt}, ${tx.now})`)
  await announce(tx, { topic: NOTICE_TOPIC, id })
}
