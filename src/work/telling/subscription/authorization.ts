import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/** What a receiver wants to be shown with something that is sent for its subscription, by that thing's id. */
export async function authorizationFor(tx: Tx, outgoingId: string): Promise<string | undefined> {
  const { rows } = await sql<{ header: string }>`
    select secret.authorization_header as header
    from outgoing
    join subscription_now as asked on asked.destination_id = outgoing.destination_id and asked.turn = outgoing.turn
    join subscription_secret as secret on secret.subscription_id = asked.id
    where outgoing.id = ${outgoingId}`.execute(tx.db)
  return rows[0]?.header
}
