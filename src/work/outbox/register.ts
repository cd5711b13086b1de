import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Role } from '#record/organisation/role.ts'
import { isAddress } from './address.ts'
import { isSendingOfficer } from './officer.ts'

/** A partner's system, as an officer registers it. */
export interface NewDestination {
  readonly organisationId: string
  readonly name: string
  readonly carrier: 'mllp' | 'https'
  readonly address: string
  /** The job for which it is told when people go into hospital and home. */
  readonly role: Role
  /** The client of its tokens, by which it subscribes. Needed for HTTPS; MLLP has none. */
  readonly client?: string | undefined
}

export type RegisterProblem = 'outbox.notYours' | 'outbox.nameTaken' | 'outbox.addressWrong' | 'outbox.clientMissing'

/** Registers a partner's system. Nothing is sent to it until somebody else has confirmed the address. Answers its id. */
export async function registerDestination(
  tx: Tx,
  officer: WorkerActor,
  { organisationId, name, carrier, address, role, client }: NewDestination,
): Promise<Outcome<string, RegisterProblem>> {
  if (!isSendingOfficer(officer) || officer.teamId === undefined) return refused('outbox.notYours')
  if (!isAddress(carrier, address)) return refused('outbox.addressWrong')
  if (carrier === 'https' && client === undefined) return refused('outbox.clientMissing')
  const made = await tx.db
    .insertInto('destination')
    .values({
      id: tx.newId(),
      organisationId,
      name,
      carrier,
      address,
      settings: JSON.stringify({ toldFor: role, ...(carrier === 'https' && { client }) }),
      ownerTeamId: officer.teamId,
      registeredBy: officer.accountId,
      registeredAt: tx.now,
    })
    .onConflict(conflict => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made === undefined ? refused('outbox.nameTaken') : done(made.id)
}
