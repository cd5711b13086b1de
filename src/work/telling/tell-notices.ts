import { sql } from 'kysely'
import { holdAlone, type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { NoticeKind } from '#work/notice/notice-kind.ts'
import { queueOutgoing } from '#work/outbox/queue.ts'
import { receiverOf } from '#work/outbox/receiver.ts'
import { adtOf } from './adt.ts'
import { CONTROL_ID_LENGTH_MAX, HL7_TYPE } from './hl7.ts'
import { type Partner, readPartners } from './partners.ts'
import { type News, notify } from './subscription/notify.ts'
import { aboutOf, findTellable } from './tellable.ts'
import { type Topic, topicOf } from './topic.ts'

/** How far back notices are looked through, days: longer than any outage. What is older is in the record. */
const LOOKED_BACK_DAYS = 4
const DAY_MS = 24 * 60 * 60_000

/** How many are looked through at once; the rest follow. */
const AT_ONCE_MAX = 200

/** A notice of which nobody has decided yet who is told. */
interface Untold {
  readonly id: string
  readonly kind: NoticeKind
  readonly personId: string
  readonly recordedAt: Date
}

/**
 * Decides of each new notice which partners' systems are told of it, and queues that, the oldest first: each notice once,
 * in one transaction for all of them, so that being killed loses none and doubles none. Several processes may do so at once.
 */
export async function tellNotices(store: Store): Promise<void> {
  for (let untold = await findUntold(store); untold.length > 0; untold = await findUntold(store)) {
    for (const notice of untold) await transactionInTurn(store, tx => tellOne(tx, notice))
    if (untold.length < AT_ONCE_MAX) return
  }
}

async function findUntold(store: Store): Promise<Untold[]> {
  return transaction(store, async tx => {
    const partners = await readPartners(tx)
    if (partners.length === 0) return []
    const earliest = Math.min(...partners.map(({ since }) => since.getTime()))
    const since = new Date(Math.max(earliest, tx.now.getTime() - LOOKED_BACK_DAYS * DAY_MS))
    const { rows } = await sql<Untold>`
      select notice.id, notice.kind, notice.person_id, notice.recorded_at
      from notice_now as notice
      where notice.recorded_at >= ${since}
        and not exists (select from notice_told as told where told.notice_id = notice.id)
      order by notice.recorded_at, notice.id
      limit ${AT_ONCE_MAX}`.execute(tx.db)
    return rows
  })
}

async function tellOne(tx: Tx, notice: Untold): Promise<void> {
  await holdAlone(tx, 'telling partners of notices')
  const { rows } = await sql`
    insert into notice_told (notice_id, at) values (${notice.id}, ${tx.now})
    on conflict do nothing returning notice_id`.execute(tx.db)
  const topic = topicOf(notice.kind)
  if (rows.length === 0 || topic === undefined) return
  for (const partner of await readPartners(tx)) {
    const isWanted = partner.topics.includes(topic) && notice.recordedAt >= partner.since
    if (isWanted) await tellPartner(tx, partner, { ...notice, topic })
  }
}

type OfTopic = Untold & { readonly topic: Topic }

/** The first of the two decisions: what is not open now is not queued. The second is made when it leaves. */
async function tellPartner(
  tx: Tx,
  { destinationId, carrier }: Partner,
  { id, topic, personId }: OfTopic,
): Promise<void> {
  const system = await receiverOf(tx, destinationId)
  const told = system && (await findTellable(tx, system, { noticeId: id, personId }))
  if (system === undefined || told === undefined) return
  const news = { destinationId, system, topic, told }
  if (carrier === 'mllp') await queueAdt(tx, news)
  else await notify(tx, news)
}

async function queueAdt(tx: Tx, { destinationId, system, told }: News): Promise<void> {
  const to = { application: system.actor.name, facility: system.actor.organisationCode }
  const controlId = tx.newId().replaceAll('-', '').slice(0, CONTROL_ID_LENGTH_MAX)
  const body = adtOf(told, { controlId, at: tx.now, to })
  if (body === undefined) return
  await queueOutgoing(tx, {
    destinationId,
    key: `notice ${told.notice.id}`,
    kind: 'stay-message',
    body,
    contentType: HL7_TYPE,
    order: `person ${told.notice.personId}`,
    about: aboutOf(told, { isNamed: true }),
  })
}
