import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/**
 * Which of these sessions are open now, in the post they were last seen in: neither signed out, nor run out, nor of
 * somebody who has left that post since. For pages that stay open; asking counts as no use.
 */
export async function openSessions(
  tx: Tx,
  sessionIds: readonly string[],
  idleMinutes: number,
): Promise<ReadonlySet<string>> {
  const idleSince = new Date(tx.now.getTime() - idleMinutes * 60_000)
  const { rows } = await sql<{ idHash: string }>`
    select session.id_hash
    from session
    left join post_end on post_end.post_id = session.post_id and post_end.ended_at <= ${tx.now}
    where session.id_hash = any(${sessionIds}) and session.ended_at is null and post_end.post_id is null
      and session.ends_at > ${tx.now} and session.last_used_at > ${idleSince}`.execute(tx.db)
  return new Set(rows.map(({ idHash }) => idHash))
}
