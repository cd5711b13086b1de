import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/** The team that answers for what the record's organisation sends; where it sends no messages, for what any other does. */
export async function ownerOf(tx: Tx, recordId: string): Promise<string> {
  const { rows } = await sql<{ teamId: string }>`
    select sender.owner_team_id as team_id
    from sender
    order by sender.organisation_id = (select organisation_id from source_record where id = ${recordId}) desc, sender.id
    limit 1`.execute(tx.db)
  const [owner] = rows
  if (owner === undefined) throw new Error('nobody answers for what any organisation sends')
  return owner.teamId
}
