import { sql } from 'kysely'
import { contentHash } from '#door/feeds/keep-message.ts'
import type { Store } from '#ground/db/store.ts'

/** Who is said to have brought the files. */
export const HOSTILE = 'hostile'

/** How many of each kind are told. */
const TOLD_MAX = 20

/** What is wrong with what was kept of everything that was sent to the feeds, each in a sentence. */
export async function audit(store: Store, sent: readonly Buffer[]): Promise<string[]> {
  const states = await sql<{ fault: string }>`
    select coalesce(message.control_id, '-') || ' ' || found.fault as fault
    from message
    join lateral (
      select 'has not one state' as fault
      where (select count(*) from message_outcome_now as now where now.message_id = message.id) <> 1
      union all
      select became.outcome || ' without a reason'
      from message_outcome as became
      where became.message_id = message.id and became.outcome in ('quarantined', 'refused') and became.reason is null
      union all
      select 'made us fail: ' || became.detail
      from message_outcome as became
      where became.message_id = message.id and became.reason = 'feed.failed'
    ) as found on true
    limit ${TOLD_MAX}`.execute(store.db)
  const files = await sql<{ fault: string }>`
    select 'a file of ' || kind || ' is neither taken in nor refused' as fault
    from file_drop
    where brought_by = ${HOSTILE} and not exists (select from file_drop_end as ended where ended.drop_id = file_drop.id)
    limit ${TOLD_MAX}`.execute(store.db)
  const hashes = await sql<{ hash: string }>`select distinct content_hash as hash from message`.execute(store.db)
  const kept = new Set(hashes.rows.map(({ hash }) => hash))
  const gone = sent.filter(bytes => !kept.has(contentHash(bytes))).slice(0, TOLD_MAX)
  return [
    ...[...states.rows, ...files.rows].map(({ fault }) => fault),
    ...gone.map(bytes => `${JSON.stringify(String(bytes).slice(0, 300))} was not kept`),
  ]
}
