import type { FastifyRequest } from 'fastify'
import { noToken } from '../problem.ts'
import { type Letter, refuseNarrowSystemScope } from '../token/scope.ts'
import { systemOf } from '../token/system.ts'

/** The client whose own subscriptions these are, by its token; throws for a token that was not given for that. */
export function clientOf(request: FastifyRequest, letter: Letter): string {
  const { bearer } = request.fhir
  if (bearer === undefined) throw noToken()
  refuseNarrowSystemScope(bearer, 'Subscription', letter)
  return systemOf(bearer)
}
