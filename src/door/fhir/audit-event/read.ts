import type { FastifyRequest } from 'fastify'
import type { AuditEvent } from 'fhir/r4.js'
import { look } from '#record/sharing/look.ts'
import { findEntry, findPersonOfEntry } from '#record/sharing/trail/read.ts'
import { asCaller } from '../as-caller.ts'
import { isId } from '../id.ts'
import type { FhirMeans } from '../means.ts'
import { notFound } from '../problem.ts'
import { queryOf } from '../query.ts'
import { auditEventOf } from './audit-event.ts'

/**
 * One entry by its id, for the person in whose trail it stands. For everybody else it is not found, in the same words
 * as one that does not exist, and that they asked is written down either way.
 */
export async function readEntry(request: FastifyRequest, means: FhirMeans, id: string): Promise<AuditEvent> {
  const event = await asCaller(request, means, async ({ tx, actor, through, isBeyond }) => {
    queryOf(request.fhir, new Set())
    if (!isId(id)) return undefined
    // Asked about nobody, the one who asked is refused as for somebody who does not exist.
    const personId = (await findPersonOfEntry(tx, id)) ?? id
    if (await isBeyond(personId)) return undefined
    const asking = { doing: 'look', place: 'fhir', through } as const
    const looked = await look(tx, actor, personId, asking, async access => {
      const entry = await findEntry(tx, access, id)
      const telling = { personId: access.personId, origin: means.origin(), say: request.fhir.say }
      return entry && auditEventOf(entry, telling)
    })
    return looked.ok ? looked.value : undefined
  })
  // Thrown when the transaction has committed: what was asked stays written.
  if (event === undefined) throw notFound()
  return event
}
