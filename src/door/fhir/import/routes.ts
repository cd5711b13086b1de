import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Declaration } from '#door/route/declaration.ts'
import { Routes } from '#door/route/routes.ts'
import { scopeText } from '#ground/fhir/scope.ts'
import {
  type BulkImport,
  beginImport,
  endImport,
  findImport,
  refusalsOf,
  writtenBy,
} from '#record/chart/bulk/bulk-import.ts'
import { HEADERS } from '../answer.ts'
import { refuseOtherCharsets } from '../body.ts'
import { type AsSystem, asSystem } from '../bulk/as-system.ts'
import { isId } from '../id.ts'
import type { FhirMeans } from '../means.ts'
import { bodyRefused, noToken, notFound } from '../problem.ts'
import { queryOf } from '../query.ts'
import { importByUpload, importTooLong, tooManyImports } from './import-problem.ts'

const ASKS: Declaration = { for: 'systems', does: 'nothing' }
const NOTHING = new Set<string>()
const ONE = '/$import/:imported'
/** The largest file that may be sent at once, bytes, and how many lines it may have. */
const FILE_BYTES_MAX = 16 * 1024 * 1024
const LINES_MAX = 20_000
/** How long a system should wait before it asks again how an import stands, seconds. */
const AGAIN_SECONDS = 5

interface OfImport {
  readonly Params: { readonly imported: string }
}

/**
 * Everything at once, sent by a system: a file of a resource a line. It is answered when it is safe, is taken in beside
 * everything else, and is asked for how it stands. Source: HL7 Bulk Data import (draft), by the pattern of asynchronous requests.
 */
export function importRoutes(app: FastifyInstance, means: FhirMeans): void {
  takeLines(app)
  const routes = new Routes(app)
  routes.post('/$import', ASKS, (request, reply) => kickOff(request, reply, means))

  routes.get<OfImport>(ONE, ASKS, async (request, reply) => {
    const told = await withImport(request, means, async ({ tx }, held) => ({
      held,
      written: await writtenBy(tx, held.id),
    }))
    const { waiting, taken } = told.held
    if (waiting === 0) return reply.headers(HEADERS).type('application/json').send(manifestOf(told, means.origin()))
    const progress = `${taken}/${taken + waiting}`
    return reply.code(202).headers(HEADERS).header('x-progress', progress).header('retry-after', AGAIN_SECONDS).send()
  })

  routes.get<OfImport>(`${ONE}/outcome.ndjson`, ASKS, async (request, reply) => {
    const refusals = await withImport(request, means, ({ tx }, { id }) => refusalsOf(tx, id))
    const lines = refusals.map(({ refusal }) => `${refusal}\n`).join('')
    return reply.headers(HEADERS).type('application/fhir+ndjson').send(lines)
  })

  routes.delete<OfImport>(ONE, ASKS, async (request, reply) => {
    const { imported: id } = request.params
    const ended = await asSystem(request, means, 'writes', async ({ tx, system, client }) =>
      isId(id) ? endImport(tx, system, { client, id }) : false,
    )
    if (!ended) throw notFound()
    return reply.code(202).headers(HEADERS).send()
  })
}

/** Files of lines as the bytes they are; a manifest of addresses, so that it can be said why none is fetched. */
function takeLines(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const options = { parseAs: 'buffer', bodyLimit: FILE_BYTES_MAX } as const
  app.addContentTypeParser(['application/fhir+ndjson', 'application/ndjson'], options, (_request, body, done) =>
    done(null, body),
  )
  app.addContentTypeParser(['application/fhir+json', 'application/json'], options, (_request, _body, done) =>
    done(null, undefined),
  )
}

async function kickOff(request: FastifyRequest, reply: FastifyReply, means: FhirMeans): Promise<FastifyReply> {
  queryOf(request.fhir, NOTHING)
  const { bearer, path, say } = request.fhir
  if (bearer === undefined) throw noToken()
  const began = await asSystem(request, means, 'writes', async ({ tx, system, client }) => {
    const lines = linesIn(request)
    const scopes = bearer.scopes.map(scopeText)
    const how = { client, token: bearer.tokenId, scopes, language: say.language, request: path }
    return beginImport(tx, system, { ...how, lines })
  })
  if (!began.ok) throw tooManyImports()
  const at = `${means.origin()}/fhir/$import/${began.value}`
  return reply.code(202).headers(HEADERS).header('content-location', at).send()
}

/** The lines of a file, without those that are empty. Throws where it is no text that can be kept. */
function linesIn(request: FastifyRequest): string[] {
  const { body } = request
  refuseOtherCharsets(request)
  // No address is fetched from: what is sent is what is taken in, and it is sent by whoever answers for it.
  if (!Buffer.isBuffer(body)) throw importByUpload()
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw bodyRefused('json.charset')
  }
  if (text.includes('\0')) throw bodyRefused('json.nul')
  const lines = text.split(/\r?\n/).filter(line => line.trim() !== '')
  if (lines.length === 0) throw bodyRefused('json.malformed')
  if (lines.length > LINES_MAX) throw importTooLong(LINES_MAX)
  return lines
}

/** Somebody else’s, one that was ended and none are the same. */
function withImport<Value>(
  request: FastifyRequest<OfImport>,
  means: FhirMeans,
  work: (asking: AsSystem, held: BulkImport) => Promise<Value>,
): Promise<Value> {
  queryOf(request.fhir, NOTHING)
  const { imported: id } = request.params
  return asSystem(request, means, 'reads', async asking => {
    const held = isId(id) ? await findImport(asking.tx, asking.system, { client: asking.client, id }) : undefined
    if (held === undefined) throw notFound()
    return work(asking, held)
  })
}

function manifestOf(
  { held, written }: { readonly held: BulkImport; readonly written: readonly { type: string; count: number }[] },
  origin: string,
): object {
  const refused = held.taken - written.reduce((sum, { count }) => sum + count, 0)
  const url = `${origin}/fhir/$import/${held.id}/outcome.ndjson`
  return {
    transactionTime: held.begunAt.toISOString(),
    request: `${origin}${held.request}`,
    requiresAccessToken: true,
    output: written.map(({ type, count }) => ({ type, count })),
    error: refused === 0 ? [] : [{ type: 'OperationOutcome', count: refused, url }],
  }
}
