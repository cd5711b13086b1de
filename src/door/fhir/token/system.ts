import type { Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import type { ReadingSystem } from '#record/sharing/to-system.ts'
import { jobsOfClient } from '#work/outbox/receiver.ts'
import { findFhirSystem } from '#work/sender/fhir-system.ts'
import { tokenRefused } from '../problem.ts'
import type { Bearer } from './bearer.ts'

/**
 * The system that a token speaks for: its client, which asks for nobody but itself. A token in somebody's name is none.
 * Source: RFC 9068, 2.2 (`sub` of a client's own token); SMART App Launch 2.2, backend services.
 */
export function systemOf(bearer: Bearer): string {
  if (!isOwnOfSystem(bearer)) throw tokenRefused()
  return bearer.app
}

/** Whether a token is a system's own, and in nobody's name. */
export function isOwnOfSystem({ subject, app, postId }: Bearer): boolean {
  return subject === app && postId === undefined
}

/** The system that is let in now under the name of a token's client, and the job for which it is let in to read by agreement. */
export async function findLetIn(tx: Tx, client: string): Promise<ReadingSystem | undefined> {
  const [actor, jobs] = await together([findFhirSystem(tx, client), jobsOfClient(tx, client)])
  return actor && { actor, role: jobs.get(actor.organisationId) }
}
