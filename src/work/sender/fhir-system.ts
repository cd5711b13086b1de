import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import type { SystemActor } from '#record/organisation/actor.ts'

/** In place of a facility: a system that sends FHIR is one client, wherever it stands. */
export const FHIR_FACILITY = 'FHIR'

/** The system that was let in under the name of a token's client. */
export async function findFhirSystem(tx: Tx, client: string): Promise<SystemActor | undefined> {
  const { rows } = await sql<Omit<SystemActor, 'kind'>>`
    select sender.id as sender_id, sender.application as name, sender.organisation_id, body.code as organisation_code
    from sender join organisation as body on body.id = sender.organisation_id
    where sender.application = ${client} and sender.facility = ${FHIR_FACILITY}`.execute(tx.db)
  const [found] = rows
  return found && { kind: 'system', ...found }
}

/** The team that answers for what a sender sends. */
export async function getOwnerTeam(tx: Tx, senderId: string): Promise<string> {
  const { rows } = await sql<{ ownerTeamId: string }>`
    select owner_team_id from sender where id = ${senderId}`.execute(tx.db)
  return rows[0]!.ownerTeamId
}
