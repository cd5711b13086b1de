import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Role } from '#record/organisation/role.ts'
import type { ReceivingSystem } from '#record/sharing/to-system.ts'

/** A destination as one that is told about people. Undefined for one that is registered for no job, as the mail relay. */
export async function receiverOf(tx: Tx, destinationId: string): Promise<ReceivingSystem | undefined> {
  const { rows } = await sql<ReceiverRow>`
    select destination.name, destination.settings ->> 'toldFor' as role, body.id as organisation_id,
           body.code as organisation_code
    from destination
    join organisation as body on body.id = destination.organisation_id
    where destination.id = ${destinationId}`.execute(tx.db)
  const [row] = rows
  if (row === undefined || row.role === null) return undefined
  const { role, ...named } = row
  return { actor: { kind: 'system', senderId: destinationId, ...named }, role }
}

interface ReceiverRow {
  readonly name: string
  readonly role: Role | null
  readonly organisationId: string
  readonly organisationCode: string
}
