import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Declaration } from '#door/route/declaration.ts'
import type { Routes } from '#door/route/routes.ts'
import { isFields } from '#ground/fhir/validate/fields.ts'
import { validate } from '#ground/fhir/validate/validate.ts'
import type { Resource } from '#record/chart/store/to-write.ts'
import { sendResource } from '../answer.ts'
import { jsonSent } from '../body.ts'
import type { FhirMeans } from '../means.ts'
import { outcomeOf } from '../outcome.ts'
import { bodyNotUnderstood, notValid, wrongType } from '../problem.ts'
import { queryOf } from '../query.ts'
import { writingAs } from '../resource/as-any-caller.ts'
import { type Addressed, namedAsked } from '../resource/asked-type.ts'
import { whyNotWritten } from '../resource/try-write.ts'
import { profileAsked, profileIn, resourceAsked, validOutcome } from './validate.ts'

const ASKS: Declaration = { for: 'systems', does: ['look', 'write'] }
const NOTHING = new Set<string>()
const LETTERS = { create: 'c', update: 'u', delete: 'd' } as const
type Mode = keyof typeof LETTERS

/**
 * `$validate` of something that is there: whether it would be taken as another like it (`create`), in its place (`update`,
 * unless it is said), or deleted. Nothing is changed. That it was asked is in the trail, because the answer tells what is open.
 * Source: FHIR R4, Resource-validate.
 */
export function validateInstanceRoutes(routes: Routes, means: FhirMeans): void {
  routes.post<Addressed>('/:type/:id/$validate', ASKS, (request, reply) => answerValidation(request, reply, means))
}

async function answerValidation(
  request: FastifyRequest<Addressed>,
  reply: FastifyReply,
  means: FhirMeans,
): Promise<FastifyReply> {
  queryOf(request.fhir, NOTHING)
  const sent = jsonSent(request)
  const mode = modeAsked(sent)
  const named = namedAsked(request, request.params, LETTERS[mode])
  const resource = mode === 'delete' ? undefined : resourceAsked(sent)
  const profile = profileAsked(profileIn(sent), means)
  const issues = resource === undefined ? [] : validate(resource, { profiles: means.profiles, profile })
  const { say } = request.fhir
  if (isFields(resource) && resource.resourceType !== named.type) throw wrongType(named.type)
  const isWrong = issues.some(({ severity }) => severity === 'error')
  const problem = await writingAs(request, means, async ({ tx, ...caller }) => {
    if (isWrong) return undefined
    if (mode === 'delete') return whyNotWritten(tx, caller, { method: 'delete', named }, means)
    const asked = { method: mode, resource: resource as Resource, ...(mode === 'update' && { named }) }
    return whyNotWritten(tx, caller, asked, means)
  })
  if (problem !== undefined) return sendResource(request, reply, outcomeOf(problem, say))
  return sendResource(request, reply, issues.length === 0 ? validOutcome(say) : outcomeOf(notValid(issues), say))
}

/** `update` where nothing is said: that is what would be done to something that is there. */
function modeAsked(sent: unknown): Mode {
  if (!isFields(sent) || sent.resourceType !== 'Parameters' || !Array.isArray(sent.parameter)) return 'update'
  const said = sent.parameter.filter(isFields).find(({ name }) => name === 'mode')
  const mode = said === undefined ? 'update' : said.valueCode
  if (mode !== 'create' && mode !== 'update' && mode !== 'delete') throw bodyNotUnderstood('mode')
  return mode
}
