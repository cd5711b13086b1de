import type { FastifyReply, FastifyRequest } from 'fastify'
import type { OperationOutcome } from 'fhir/r4.js'
import type { Declaration } from '#door/route/declaration.ts'
import type { Routes } from '#door/route/routes.ts'
import { type Fields, isFields } from '#ground/fhir/validate/fields.ts'
import type { Profile } from '#ground/fhir/validate/profile/profiles.ts'
import { validate } from '#ground/fhir/validate/validate.ts'
import type { Say } from '#ground/language/say.ts'
import { sendResource } from '../answer.ts'
import { jsonSent } from '../body.ts'
import type { FhirMeans } from '../means.ts'
import { outcomeOf } from '../outcome.ts'
import { bodyNotUnderstood, notValid, wrongType } from '../problem.ts'
import { onlyOne, queryOf } from '../query.ts'
import { readingAs } from '../resource/as-any-caller.ts'
import { typeAsked } from '../resource/asked-type.ts'

const ASKS: Declaration = { for: 'systems', does: 'nothing' }
const SERVED = new Set(['profile'])

/**
 * `$validate`: what is wrong with a resource of that type, as it would be said if it were sent to be kept; by a `profile`
 * besides, where one is named. Nothing is kept, and nothing is read of anybody. Source: FHIR R4, Resource-validate.
 */
export function validateRoutes(routes: Routes, means: FhirMeans): void {
  routes.post<{ Params: { readonly type: string } }>('/:type/$validate', ASKS, (request, reply) =>
    answerValidation(request, reply, means, request.params.type),
  )
}

async function answerValidation(
  request: FastifyRequest,
  reply: FastifyReply,
  means: FhirMeans,
  address: string,
): Promise<FastifyReply> {
  const type = typeAsked(request, address, 'c')
  const named = onlyOne(queryOf(request.fhir, SERVED), 'profile')
  // Who asks is somebody, and still in the post that they ask in.
  await readingAs(request, means, async () => undefined)
  const sent = jsonSent(request)
  const resource = resourceAsked(sent)
  const profile = profileAsked(named ?? profileIn(sent), means)
  if (isFields(resource) && typeof resource.resourceType === 'string' && resource.resourceType !== type)
    throw wrongType(type)
  const issues = validate(resource, { profiles: means.profiles, profile })
  const { say } = request.fhir
  return sendResource(request, reply, issues.length === 0 ? validOutcome(say) : outcomeOf(notValid(issues), say))
}

/** The resource itself, or the one in Parameters. */
export function resourceAsked(sent: unknown): unknown {
  const parameters = parametersIn(sent)
  if (parameters === undefined) return sent
  const resource = parameters.find(({ name }) => name === 'resource')?.resource
  if (resource === undefined) throw bodyNotUnderstood('resource')
  return resource
}

function parametersIn(sent: unknown): Fields[] | undefined {
  const isThem = isFields(sent) && sent.resourceType === 'Parameters' && Array.isArray(sent.parameter)
  return isThem ? (sent.parameter as unknown[]).filter(isFields) : undefined
}

/** The address of a profile in Parameters. */
export function profileIn(sent: unknown): unknown {
  const parameter = parametersIn(sent)?.find(({ name }) => name === 'profile')
  return parameter && (parameter.valueUri ?? parameter.valueCanonical ?? '')
}

/** One that is not here would be believed to have been asked, and is refused. */
export function profileAsked(named: unknown, { profiles }: FhirMeans): Profile | undefined {
  if (named === undefined) return undefined
  const profile = typeof named === 'string' ? profiles?.find(named) : undefined
  if (profile === undefined) throw bodyNotUnderstood('profile')
  return profile
}

/** That nothing is wrong with it. */
export function validOutcome(say: Say): OperationOutcome {
  const details = { text: say('chart.valid') }
  return {
    resourceType: 'OperationOutcome',
    language: say.language,
    issue: [{ severity: 'information', code: 'informational', details }],
  }
}
