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

/**
 * The jobs for which a client of tokens is let in to read what agreements open, by organisation: that of the destination which
 * two people have let in for it there. None where there is no such destination, or it is closed.
 */
export async function jobsOfClient(tx: Tx, client: string): Promise<ReadonlyMap<string, Role>> {
  const { rows } = await sql<{ organisationId: string; role: Role | null }>`
    select distinct on (destination.organisation_id) destination.organisation_id, destination.settings ->> 'toldFor' as role
    from destination_now as destination
    where destination.carrier = 'https' and destination.settings ->> 'client' = ${client}
      and destination.is_confirmed and not destination.is_closed
    order by destination.organisation_id, destination.registered_at desc, destination.id`.execute(tx.db)
  return new Map(rows.flatMap(({ organisationId, role }) => (role === null ? [] : [[organisationId, role] as const])))
}

interface ReceiverRow {
  readonly name: string
  readonly role: Role | null
  readonly organisationId: string
  readonly organisationCode: string
}
