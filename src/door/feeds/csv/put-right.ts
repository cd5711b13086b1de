import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/**
 * What waited of earlier files of the same sender and kind, and has been said again in this one by a row that was taken
 * in, waits no longer: it is refused, and why is told. A row that was put right keeps nobody waiting twice.
 */
export async function settlePutRight(tx: Tx, dropId: string): Promise<void> {
  await sql`
    insert into message_outcome (id, message_id, replaces, outcome, reason, decided_at)
    select gen_random_uuid(), held.message_id, held.id, 'refused', 'csv.put-right', ${tx.now}
    from file_drop as this
    join file_drop_row as right_row on right_row.drop_id = this.id and right_row.became = 'applied'
    join file_drop as earlier on earlier.sender_id = this.sender_id and earlier.kind = this.kind
      and earlier.sequence < this.sequence
    join file_drop_row as wrong_row on wrong_row.drop_id = earlier.id and wrong_row.row_key = right_row.row_key
      and wrong_row.became = 'quarantined'
    join message_outcome_now as held on held.message_id = wrong_row.message_id and held.outcome = 'quarantined'
    where this.id = ${dropId}
    on conflict do nothing`.execute(tx.db)
}
