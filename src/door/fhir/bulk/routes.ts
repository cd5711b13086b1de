import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Declaration } from '#door/route/declaration.ts'
import type { Routes } from '#door/route/routes.ts'
import { type BulkExport, beginExport, type ExportAsked, endExport } from '#record/chart/bulk/bulk-export.ts'
import { countsOf } from '#record/chart/bulk/contents.ts'
import { placesOf } from '#record/chart/store/place.ts'
import { HEADERS } from '../answer.ts'
import { isId } from '../id.ts'
import type { FhirMeans } from '../means.ts'
import { FhirProblem, notFound } from '../problem.ts'
import { onlyOne, queryOf } from '../query.ts'
import { scopeAsked } from '../resource/asked-type.ts'
import { isKept } from '../resource/types.ts'
import { type AsSystem, asSystem, clientOf } from './as-system.ts'
import { exportAsked } from './asked.ts'
import { fileOf, takingOf } from './file.ts'

const ASKS: Declaration = { for: 'systems', does: 'nothing', changes: true }
const READS: Declaration = { for: 'systems', does: 'nothing' }
const TAKES: Declaration = { for: 'systems', does: 'export' }
const NOTHING = new Set<string>()
const RESUMING = new Set(['_after'])
const ONE = '/$export/:exported'

interface OfGroup {
  readonly Params: { readonly group: string }
}
interface OfExport {
  readonly Params: { readonly exported: string; readonly file: string }
}

/** Where files of an export are fetched: whoever does asks for lines of JSON, which nothing else here answers. */
export const FILE_PATH = `${ONE}/:file.ndjson`

/** Everything at once, for a system: it asks, looks how it stands, fetches the files and ends it. Source: HL7 Bulk Data Access 2.0. */
export function bulkRoutes(routes: Routes, means: FhirMeans): void {
  for (const method of ['get', 'post'] as const) {
    routes[method]('/$export', ASKS, (request, reply) => kickOff(request, reply, means, { scope: 'system' }))
    routes[method]('/Patient/$export', ASKS, (request, reply) => kickOff(request, reply, means, { scope: 'patient' }))
    routes[method]<OfGroup>('/Group/:group/$export', ASKS, (request, reply) =>
      kickOff(request, reply, means, { scope: 'group', group: request.params.group }),
    )
  }

  routes.get<OfExport>(ONE, READS, async (request, reply) => {
    queryOf(request.fhir, NOTHING)
    const told = await asSystem(request, means, 'reads', async asking => {
      const { tx, held, taking } = await takingOf(asking, means, request.params.exported)
      return { held, files: await countsOf(tx, held, taking) }
    })
    reply.header('expires', told.held.expiresAt.toUTCString())
    return reply.headers(HEADERS).type('application/json').send(manifestOf(told, means.origin()))
  })

  routes.delete<OfExport>(ONE, READS, async (request, reply) => {
    const ended = await asSystem(request, means, 'writes', ({ tx, system, client }) =>
      isId(request.params.exported)
        ? endExport(tx, system, { client, id: request.params.exported })
        : Promise.resolve(false),
    )
    if (!ended) throw notFound()
    return reply.code(202).headers(HEADERS).send()
  })

  routes.get<OfExport>(FILE_PATH, TAKES, async (request, reply) => {
    const { exported: id, file: type } = request.params
    if (!isKept(type) || !isId(id)) throw notFound()
    scopeAsked(request, type, 'r')
    const last = onlyOne(queryOf(request.fhir, RESUMING), '_after')
    const lines = await fileOf(request, means, { id, type, last })
    return reply.headers(HEADERS).type('application/fhir+ndjson').send(lines)
  })
}

async function kickOff(
  request: FastifyRequest,
  reply: FastifyReply,
  means: FhirMeans,
  { scope, group }: { readonly scope: ExportAsked['scope']; readonly group?: string },
): Promise<FastifyReply> {
  const wanted = exportAsked(request, means)
  clientOf(request)
  for (const type of wanted.types ?? ['*']) scopeAsked(request, type, 'r')
  const began = await asSystem(request, means, 'writes', async asking => {
    const groupId = group === undefined ? undefined : await groupOf(asking, group)
    const { tx, system, client } = asking
    const address = `${means.origin()}${request.fhir.path}`
    return beginExport(tx, system, { client, scope, groupId, ...wanted, request: address })
  })
  if (!began.ok) throw tooManyExports()
  return reply
    .code(202)
    .headers(HEADERS)
    .header('content-location', `${means.origin()}/fhir/$export/${began.value}`)
    .send()
}

/** A group of the system’s own organisation. Somebody else’s and none are the same. */
async function groupOf({ tx, system }: AsSystem, id: string): Promise<string> {
  const [places = []] = await placesOf(tx, [{ type: 'Group', id }])
  const own = places.find(({ contributorId, deleted }) => contributorId === system.organisationId && !deleted)
  if (own === undefined) throw notFound()
  return own.id
}

function manifestOf(
  { held, files }: { readonly held: BulkExport; readonly files: readonly { type: string; count: number }[] },
  origin: string,
): object {
  return {
    transactionTime: held.boundAt.toISOString(),
    request: held.request,
    requiresAccessToken: true,
    output: files.map(({ type, count }) => ({
      type,
      url: `${origin}/fhir/$export/${held.id}/${type}.ndjson`,
      count,
    })),
    error: [],
  }
}

/** One has to be ended, or to run out, before another is begun. */
function tooManyExports(): FhirProblem {
  return new FhirProblem('too-many-exports', {
    status: 429,
    issue: 'throttled',
    words: say => say('fhir.tooManyExports'),
  })
}
