import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Declaration } from '#door/route/declaration.ts'
import type { Routes } from '#door/route/routes.ts'
import type { Named } from '#record/chart/store/place.ts'
import { readVersions } from '#record/chart/store/read.ts'
import type { Written } from '#record/chart/store/to-write.ts'
import { HEADERS, sendResource, sendText } from '../answer.ts'
import type { FhirMeans } from '../means.ts'
import { doneOutcome } from '../outcome.ts'
import { notFound } from '../problem.ts'
import { queryOf } from '../query.ts'
import { readingAs } from './as-any-caller.ts'
import { type Addressed, namedAsked, scopeAsked, typeAsked } from './asked-type.ts'
import { conditionAsked, conditionOrNone } from './condition.ts'
import { instanceHistory } from './history.ts'
import { historyAsked } from './history-of-many.ts'
import { type AskedPatch, patchAsked } from './patch.ts'
import { patchSent } from './patch-sent.ts'
import { returnAsked, tagsIn } from './preferences.ts'
import { removeAsked } from './remove.ts'
import { sendVersion, tagVersion } from './send.ts'
import { resourceSent } from './sent-resource.ts'
import { SUBSET_PARAMETERS } from './subset.ts'
import { writeAsked } from './write.ts'

const READS: Declaration = { for: 'systems', does: 'look' }
const SEARCHES: Declaration = { for: 'systems', does: 'search' }
const WRITES: Declaration = { for: 'systems', does: ['write', 'look'] }
const SUBSET = new Set(SUBSET_PARAMETERS)
const NOTHING = new Set<string>()

/** Reading one resource, a version of it, or all of them; creating, updating and deleting. Of every type that is kept. */
export function resourceRoutes(routes: Routes, means: FhirMeans): void {
  routes.get<Addressed>('/:type/:id', READS, (request, reply) => readKept(request, reply, means, request.params))

  routes.get<Addressed>('/:type/:id/_history/:vid', READS, async (request, reply) => {
    const named = namedAsked(request, request.params, 'r')
    queryOf(request.fhir, SUBSET)
    return sendFirst(request, reply, await versionsOf(request, means, named, request.params.vid))
  })

  routes.get<Addressed>('/:type/:id/_history', READS, async (request, reply) =>
    sendText(request, reply, await instanceHistory(request, means, namedAsked(request, request.params, 'r'))),
  )

  routes.get<Addressed>('/:type/_history', SEARCHES, async (request, reply) =>
    sendText(request, reply, await historyAsked(request, means, typeAsked(request, request.params.type, 's'))),
  )

  routes.get('/_history', SEARCHES, async (request, reply) => {
    scopeAsked(request, '*', 's')
    return sendText(request, reply, await historyAsked(request, means, undefined))
  })

  routes.post<Addressed>('/:type', WRITES, async (request, reply) => {
    const type = typeAsked(request, request.params.type, 'c')
    queryOf(request.fhir, NOTHING)
    const unless = conditionOrNone(request, means, type, request.headers['if-none-exist'])
    const resource = resourceSent(request, means, type)
    return sendWritten(request, reply, means, await writeAsked(request, means, { method: 'create', resource }, unless))
  })

  routes.put<Addressed>('/:type/:id', WRITES, async (request, reply) => {
    const named = namedAsked(request, request.params, 'u')
    queryOf(request.fhir, NOTHING)
    const resource = resourceSent(request, means, named.type)
    const asked = { method: 'update', resource, named, ...matchAsked(request) } as const
    return sendWritten(request, reply, means, await writeAsked(request, means, asked))
  })

  routes.patch<Addressed>('/:type/:id', WRITES, async (request, reply) => {
    const named = namedAsked(request, request.params, 'u')
    queryOf(request.fhir, NOTHING)
    return sendWritten(request, reply, means, await patchAsked(request, means, named, patchOf(request)))
  })

  routes.delete<Addressed>('/:type/:id', WRITES, async (request, reply) => {
    const named = namedAsked(request, request.params, 'd')
    queryOf(request.fhir, NOTHING)
    return sendRemoved(reply, await removeAsked(request, means, named, tagsIn(request.headers['if-match'])))
  })

  conditionalRoutes(routes, means)
}

/** The same of the one resource that meets a condition. Source: FHIR R4, 3.1.0.4.3, 3.1.0.6 and 3.1.0.7.1. */
function conditionalRoutes(routes: Routes, means: FhirMeans): void {
  const metBy = (request: FastifyRequest<Addressed>, letter: 'd' | 'u') => {
    const type = typeAsked(request, request.params.type, letter)
    return conditionAsked(request, means, type, request.fhir.query)
  }

  routes.put<Addressed>('/:type', WRITES, async (request, reply) => {
    const condition = metBy(request, 'u')
    const resource = resourceSent(request, means, request.params.type)
    const asked = { method: 'update', resource, ...matchAsked(request) } as const
    return sendWritten(request, reply, means, await writeAsked(request, means, asked, condition))
  })

  routes.patch<Addressed>('/:type', WRITES, async (request, reply) => {
    const condition = metBy(request, 'u')
    return sendWritten(request, reply, means, await patchAsked(request, means, condition, patchOf(request)))
  })

  routes.delete<Addressed>('/:type', WRITES, async (request, reply) => {
    const condition = metBy(request, 'd')
    return sendRemoved(reply, await removeAsked(request, means, condition, tagsIn(request.headers['if-match'])))
  })
}

/** Answers a resource of the chart as it stands now. */
export async function readKept(
  request: FastifyRequest,
  reply: FastifyReply,
  means: FhirMeans,
  asked: Named,
): Promise<FastifyReply> {
  const named = namedAsked(request, asked, 'r')
  queryOf(request.fhir, SUBSET)
  return sendFirst(request, reply, await versionsOf(request, means, named, undefined))
}

async function versionsOf(
  request: FastifyRequest,
  means: FhirMeans,
  named: Named,
  version: string | undefined,
): ReturnType<typeof readVersions> {
  return readingAs(request, means, ({ tx, ...caller }) =>
    readVersions(tx, caller, named, { limit: 1, ...(version !== undefined && { version }) }),
  )
}

function sendFirst(
  request: FastifyRequest,
  reply: FastifyReply,
  found: Awaited<ReturnType<typeof readVersions>>,
): FastifyReply {
  const [version] = found ?? []
  // Thrown when the transaction has committed: what was asked stays written.
  if (version === undefined) throw notFound()
  return sendVersion(request, reply, version)
}

function matchAsked({ headers }: FastifyRequest): { ifMatch?: readonly string[]; ifNoneMatch?: boolean } {
  const ifMatch = tagsIn(headers['if-match'])
  return { ...(ifMatch && { ifMatch }), ...(headers['if-none-match'] === '*' && { ifNoneMatch: true }) }
}

function patchOf(request: FastifyRequest): AskedPatch {
  return { patch: patchSent(request), ifMatch: tagsIn(request.headers['if-match']) }
}

function sendRemoved(reply: FastifyReply, versionId: string): FastifyReply {
  return reply.code(204).headers(HEADERS).header('etag', `W/"${versionId}"`).send()
}

function sendWritten(request: FastifyRequest, reply: FastifyReply, means: FhirMeans, written: Written): FastifyReply {
  const status = written.created ? 201 : 200
  const { type, logicalId, versionId } = written
  tagVersion(reply, written)
  reply.header('location', `${means.origin()}/fhir/${type}/${logicalId}/_history/${versionId}`)
  const wanted = returnAsked(request)
  if (wanted === 'minimal') return reply.code(status).headers(HEADERS).send()
  if (wanted === 'OperationOutcome') return sendResource(request, reply, doneOutcome(request.fhir.say), status)
  return sendText(request, reply, written.text, status)
}
