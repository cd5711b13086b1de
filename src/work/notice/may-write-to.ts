import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/**
 * Whether anything may still be written to somebody: a letter, a mail, a reminder. Not once any sender's record says that
 * they have died. Whatever writes to people asks this before each; nobody is shown the answer.
 */
export async function mayWriteTo(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from person_link_now as link
    join source_record as record on record.id = link.source_record_id
    where link.person_id = (select person_id from person_now where id = ${personId})
      and (record.content ? 'deceasedDateTime' or record.content -> 'deceasedBoolean' = 'true')
    limit 1`.execute(tx.db)
  return rows.length === 0
}
