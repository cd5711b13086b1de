import type { FastifyRequest } from 'fastify'
import { isPrivacyOfficer, type PrivacyOfficer } from '#work/privacy/privacy-team.ts'
import { visitorOf } from '../asked.ts'
import { notShown } from '../person/person-id.ts'

/** The privacy officer who asks. One whose post is in no team answers for nobody, and finds nothing. */
export function officerOf(request: FastifyRequest): PrivacyOfficer {
  const { actor } = visitorOf(request)
  if (!isPrivacyOfficer(actor)) throw notShown()
  return actor
}
