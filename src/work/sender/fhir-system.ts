import type { Tx } from '#ground/db/store.ts'
import type { SystemActor } from '#record/organisation/actor.ts'

/** In place of a facility: a system that sends FHIR is one client, wherever it stands. */
export const FHIR_FACILITY = 'FHIR'

/** The system that was let in under the name of a token's client. */
export async function findFhirSystem(tx: Tx, client: string): Promise<SystemActor | undefined> {
  const found = await tx.db
    .selectFrom('sender')
    .innerJoin('organisation as body', 'body.id', 'sender.organisationId')
    .select(['sender.id as senderId', 'sender.application as name', 'sender.organisationId'])
    .select('body.code as organisationCode')
    .where('sender.application', '=', client)
    .where('sender.facility', '=', FHIR_FACILITY)
    .executeTakeFirst()
  return found && { kind: 'system', ...found }
}

/** The team that answers for what a sender sends. */
export async function getOwnerTeam(tx: Tx, senderId: string): Promise<string> {
  const { ownerTeamId } = await tx.db
    .selectFrom('sender')
    .select('ownerTeamId')
    .where('id', '=', senderId)
    .executeTakeFirstOrThrow()
  return ownerTeamId
}
