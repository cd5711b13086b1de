import type { FastifyReply, FastifyRequest } from 'fastify'
import type { OperationOutcome } from 'fhir/r4.js'
import type { Declaration } from '#door/route/declaration.ts'
import type { Routes } from '#door/route/routes.ts'
import { isFields } from '#ground/fhir/validate/fields.ts'
import { validate } from '#ground/fhir/validate/validate.ts'
import type { Say } from '#ground/language/say.ts'
import { sendResource } from '../answer.ts'
import type { FhirMeans } from '../means.ts'
import { outcomeOf } from '../outcome.ts'
import { bodyNotUnderstood, notValid, wrongType } from '../problem.ts'
import { queryOf } from '../query.ts'
import { readingAs } from '../resource/as-any-caller.ts'
import { typeAsked } from '../resource/asked-type.ts'
import { jsonSent } from '../resource/sent-resource.ts'

const ASKS: Declaration = { for: 'systems', does: 'nothing' }
const NOTHING = new Set<string>()

/**
 * `$validate`: what is wrong with a resource of that type, as it would be said if it were sent to be kept. Nothing is kept, and
 * nothing is read of anybody. Source: FHIR R4, Resource-validate.
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
  queryOf(request.fhir, NOTHING)
  // Who asks is somebody, and still in the post that they ask in.
  await readingAs(request, means, async () => undefined)
  const resource = resourceAsked(jsonSent(request))
  if (isFields(resource) && typeof resource.resourceType === 'string' && resource.resourceType !== type)
    throw wrongType(type)
  const issues = validate(resource)
  const { say } = request.fhir
  return sendResource(request, reply, issues.length === 0 ? validOutcome(say) : outcomeOf(notValid(issues), say))
}

/** The resource itself, or the one in Parameters. A profile would be believed to have been asked, and none is. */
function resourceAsked(sent: unknown): unknown {
  if (!isFields(sent) || sent.resourceType !== 'Parameters' || !Array.isArray(sent.parameter)) return sent
  const parameters = sent.parameter.filter(isFields)
  if (parameters.some(({ name }) => name === 'profile')) throw bodyNotUnderstood('profile')
  const resource = parameters.find(({ name }) => name === 'resource')?.resource
  if (resource === undefined) throw bodyNotUnderstood('resource')
  return resource
}

function validOutcome(say: Say): OperationOutcome {
  const details = { text: say('chart.valid') }
  return {
    resourceType: 'OperationOutcome',
    language: say.language,
    issue: [{ severity: 'information', code: 'informational', details }],
  }
}
