import type { FastifyRequest } from 'fastify'
import { type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Caller } from '#record/chart/store/caller.ts'
import type { SystemActor } from '#record/organisation/actor.ts'
import type { Role } from '#record/organisation/role.ts'
import type { FhirMeans } from '../means.ts'
import { noToken, tokenRefused } from '../problem.ts'
import { leftTo } from '../token/scope.ts'
import { findLetIn, systemOf } from '../token/system.ts'

/** A system that asks for itself, by the client of its token, in one transaction. */
export interface AsSystem {
  readonly tx: Tx
  readonly system: SystemActor
  readonly client: string
  /** What of each type the token was given for. */
  readonly leaves: Caller['leaves']
  /** The job for which it is let in to read by agreement. */
  readonly role: Role | undefined
}

/** Runs `work` for the system that the token speaks for, if it is still let in. Only a system exports in bulk. */
export function asSystem<Value>(
  request: FastifyRequest,
  { store }: FhirMeans,
  how: 'reads' | 'writes',
  work: (asking: AsSystem) => Promise<Value>,
): Promise<Value> {
  const client = clientOf(request)
  const leaves: AsSystem['leaves'] = (type, letter) => leftTo(request.fhir.bearer, type, letter)
  return (how === 'reads' ? transaction : transactionInTurn)(store, async tx => {
    const found = await findLetIn(tx, client)
    if (found === undefined) throw tokenRefused()
    return work({ tx, system: found.actor, client, leaves, role: found.role })
  })
}

/** The client of a system's own token. Refuses everybody else's. */
export function clientOf({ fhir: { bearer } }: FastifyRequest): string {
  if (bearer === undefined) throw noToken()
  return systemOf(bearer)
}
