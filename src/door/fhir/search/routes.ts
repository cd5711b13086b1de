import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Declaration } from '#door/route/declaration.ts'
import { Routes } from '#door/route/routes.ts'
import { refuseOtherFormats, sendText } from '../answer.ts'
import { QUERY_BYTES_MAX } from '../asked.ts'
import { notServed } from '../problem.ts'
import { isKept } from '../resource/types.ts'
import { type SearchMeans, searchAnswer } from './answer.ts'

const SEARCHES: Declaration = { for: 'systems', does: 'search' }

interface Addressed {
  readonly Params: { readonly type: string; readonly id: string; readonly other: string }
}

/**
 * Searching: of one type, of several (`_type`), in a Patient's compartment; each by an address, or by a form that is posted.
 * What is asked is in docs/reference/fhir.md.
 */
export function searchRoutes(app: FastifyInstance, means: SearchMeans): void {
  takeForms(app)
  const routes = new Routes(app)
  routes.get('/', SEARCHES, async (request, reply) =>
    sendText(request, reply, await searchAnswer(request, means, { type: undefined })),
  )
  routes.post('/_search', SEARCHES, async (request, reply) =>
    sendText(request, reply, await searchAnswer(request, means, { type: undefined })),
  )
  routes.get<Addressed>('/:type', SEARCHES, async (request, reply) => {
    const type = keptType(request.params.type)
    return sendText(request, reply, await searchAnswer(request, means, { type }))
  })
  routes.post<Addressed>('/:type/_search', SEARCHES, async (request, reply) => {
    const type = keptType(request.params.type)
    return sendText(request, reply, await searchAnswer(request, means, { type }))
  })
  routes.get<Addressed>('/:type/:id/:other', SEARCHES, async (request, reply) =>
    sendText(request, reply, await searchAnswer(request, means, compartmentAsked(request))),
  )
  routes.post<Addressed>('/:type/:id/:other/_search', SEARCHES, async (request, reply) =>
    sendText(request, reply, await searchAnswer(request, means, compartmentAsked(request))),
  )
}

/** The type in an address. Whether the token was given for it is asked with the rest of the search. */
function keptType(type: string): string {
  if (!isKept(type)) throw notServed()
  return type
}

/** `Patient/ID/TYPE`, or `Patient/ID/*` with `_type`. */
function compartmentAsked(request: FastifyRequest<Addressed>) {
  const { type, id, other } = request.params
  if (type !== 'Patient' || !/^[A-Za-z0-9.-]{1,64}$/.test(id)) throw notServed()
  return { patient: id, type: other === '*' ? undefined : keptType(other) }
}

/** A form says what a query would, and may be as long. Source: FHIR R4, 3.1.1.1. */
function takeForms(app: FastifyInstance): void {
  const options = { parseAs: 'string', bodyLimit: QUERY_BYTES_MAX } as const
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/x-www-form-urlencoded', options, (_request, body, done) =>
    done(null, [...new URLSearchParams(String(body))]),
  )
  // What stands in the form is asked as if it stood in the address, how the answer is to be written too.
  app.addHook('preValidation', async request => {
    const { fhir, body } = request
    if (body === undefined || body === null) return
    request.fhir = { ...fhir, query: [...fhir.query, ...(body as FastifyRequest['fhir']['query'])] }
    refuseOtherFormats(request)
  })
}
