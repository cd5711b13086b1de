import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Parameters } from 'fhir/r4.js'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { findListened } from '#work/telling/subscription/next-told.ts'
import { subscriptionsOfClient } from '#work/telling/subscription/read.ts'
import { SUBSCRIPTIONS_MAX } from '#work/telling/subscription/subscription.ts'
import { sendResource } from '../answer.ts'
import { isId } from '../id.ts'
import type { FhirMeans } from '../means.ts'
import { notFound, onlyForSockets, subscriptionNotTaken } from '../problem.ts'
import { queryOf } from '../query.ts'
import { SOCKET_PATH, socketUrl } from '../socket/url.ts'
import { clientOf } from './client.ts'

const OPERATION = '$get-ws-binding-token'
const GIVES = { for: 'systems', does: 'nothing', changes: true } as const

/** The subscriptions that a token is asked for; none named are all. */
const Asked = z.looseObject({
  resourceType: z.literal('Parameters'),
  parameter: z
    .array(z.looseObject({ name: z.literal('id'), valueId: z.string() }))
    .max(SUBSCRIPTIONS_MAX)
    .default([]),
})

interface OneSubscription {
  readonly Params: { readonly subscription: string }
}

/** Where systems listen, and how one that can send no header comes to. Source: HL7 Subscriptions R5 Backport 1.1.0, websocket. */
export function bindingTokenRoutes(routes: Routes, means: FhirMeans): void {
  routes.get(SOCKET_PATH, { for: 'anybody', does: 'nothing' }, async () => {
    throw onlyForSockets()
  })

  for (const method of ['get', 'post'] as const) {
    routes[method]<OneSubscription>(`/Subscription/:subscription/${OPERATION}`, GIVES, (request, reply) =>
      giveToken(request, reply, means, [request.params.subscription]),
    )
    routes[method](`/Subscription/${OPERATION}`, GIVES, (request, reply) =>
      giveToken(request, reply, means, method === 'get' ? idsInQuery(request) : idsInBody(request)),
    )
  }
}

/** Gives a token for all of these, or none: one that is not there, not the asker's, or not listened to is one answer. */
async function giveToken(
  request: FastifyRequest,
  reply: FastifyReply,
  { store, sockets, origin }: FhirMeans,
  asked: readonly string[],
): Promise<FastifyReply> {
  const client = clientOf(request, 'r')
  const { authorization = '' } = request.headers
  const ids = await transaction(store, tx => idsListened(tx, client, asked))
  const { token, expiresAt } = sockets.giveToken({ authorization, client, ids })
  const told: Parameters = {
    resourceType: 'Parameters',
    parameter: [
      { name: 'token', valueString: token },
      { name: 'expiration', valueDateTime: expiresAt.toISOString() },
      ...ids.map(id => ({ name: 'subscription', valueString: id })),
      { name: 'websocket-url', valueUrl: socketUrl(origin()) },
    ],
  }
  return sendResource(request, reply, told)
}

async function idsListened(tx: Tx, client: string, asked: readonly string[]): Promise<string[]> {
  if (asked.length === 0) {
    const all = await subscriptionsOfClient(tx, client)
    const listened = all.filter(({ channel, status }) => channel === 'websocket' && status !== 'off')
    if (listened.length === 0) throw notFound()
    return listened.map(({ id }) => id)
  }
  const ids = [...new Set(asked)]
  for (const id of ids) if (!isId(id) || (await findListened(tx, client, id)) === undefined) throw notFound()
  return ids
}

const IN_QUERY = new Set(['id'])

function idsInQuery({ fhir }: FastifyRequest): string[] {
  queryOf(fhir, IN_QUERY)
  return fhir.query.filter(([name]) => name === 'id').map(([, id]) => id)
}

function idsInBody({ body, fhir }: FastifyRequest): string[] {
  queryOf(fhir, new Set())
  if (body === undefined || body === null) return []
  const read = Asked.safeParse(body)
  if (!read.success) throw subscriptionNotTaken(read.error.issues[0]?.path.join('.') || 'Parameters')
  return read.data.parameter.map(({ valueId }) => valueId)
}
