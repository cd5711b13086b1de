import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/**
 * The team that says whose a record is: the one that answers for its organisation's system, or for an organisation that
 * has none a team of records officers. Undefined where nobody could: then nothing may be left waiting.
 */
export async function findReviewOwner(tx: Tx, sourceRecordId: string): Promise<string | undefined> {
  const { rows } = await sql<{ teamId: string }>`
    select coalesce(
      (select sender.owner_team_id
       from source_record as record join sender on sender.organisation_id = record.organisation_id
       where record.id = ${sourceRecordId} order by sender.id limit 1),
      (select post.team_id from post
       where post.role = 'records-officer' and post.team_id is not null
         and not exists (select from post_end as ended where ended.post_id = post.id)
       order by post.started_at, post.id limit 1)) as team_id`.execute(tx.db)
  return rows[0]?.teamId ?? undefined
}
