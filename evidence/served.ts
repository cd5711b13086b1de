import { AsyncLocalStorage } from 'node:async_hooks'
import { channel } from 'node:diagnostics_channel'
import { Agent, request as send } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { readConfig } from '#config'
import type { Declaration } from '#door/route/declaration.ts'
import { startSession } from '#door/signin/sessions.ts'
import type { Chance } from '#ground/chance.ts'
import type { Clock } from '#ground/clock.ts'
import { openStore, type Store, transaction } from '#ground/db/store.ts'
import { newSigningKey } from '#ground/signing-key.ts'
import { newTokenKey } from '#ground/token-keys.ts'
import { serve } from '../src/serve.ts'

/** The address that people are told, so that two products on two ports say the same. */
export const ORIGIN = 'https://cydofal.invalid'

/** How long an answer may take before it counts as none, milliseconds. */
const ANSWER_MS_MAX = 3_000
const FROM_HERE = { 'sec-fetch-site': 'same-origin', origin: ORIGIN }

/** One route that a server really has, however it came about. */
export interface ServedRoute {
  readonly method: string
  readonly path: string
  readonly declared: Declaration | undefined
}

export interface Question {
  readonly method?: string
  readonly path: string
  /** The secret of a session. */
  readonly session?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  /** What is said of where it comes from; unless told otherwise, from a page of ours. */
  readonly origin?: Readonly<Record<string, string>>
  /** Fields of a form. */
  readonly form?: Readonly<Record<string, string>>
  /** What is sent as JSON. */
  readonly json?: object
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Of a stream, what came first. */
  readonly body: string
}

/** The whole product on one database, as `npm start` serves it, with the clock and the chance of whoever tries it. */
export interface Served {
  readonly store: Store
  readonly app: FastifyInstance
  /** Every route the server has, noted as each was added. */
  readonly routes: readonly ServedRoute[]
  /** The names of the query that each path has read so far: what it does not read cannot make a difference. */
  readonly namesRead: ReadonlyMap<string, ReadonlySet<string>>
  readonly port: number
  /** Asks over the network, byte for byte: neither the path nor the headers are put right on the way. */
  ask(question: Question): Promise<Answer>
  /** Signs somebody in, by the id of their account, and answers the secret that their browser would hold. */
  signIn(accountId: string, secret: string): Promise<string>
  stop(): Promise<void>
}

interface Means {
  readonly clock: Clock
  readonly chance: Chance
  /** The product to serve: a copy that was sown with a fault, or the one there is. */
  readonly product?: typeof serve
  /** Settings of its own; without them, the demo's. */
  readonly settings?: Readonly<Record<string, string>>
}

/** The same for every product of a run, so that two of them publish the same. */
const TOKEN_KEYS = [newTokenKey()]

/** Serves a database until it is stopped. Throws when the product refuses to start. */
export async function served(
  databaseUrl: string,
  { clock, chance, product = serve, settings = { SEED: 'demo' } }: Means,
): Promise<Served> {
  const config = readConfig({ PORT: '0', MLLP_PORT: '0', PUBLIC_URL: ORIGIN, ...settings })
  if (!config.ok) throw new Error('the settings of the evidence are wrong')
  const store = openStore(databaseUrl, { clock, chance })
  const keys = { trailKey: newSigningKey(chance), tokenKeys: TOKEN_KEYS }
  const { app, routes, namesRead, serving } = await noting(() => product(config.value, store, databaseUrl, keys)).catch(
    async fault => {
      await store.close()
      throw fault
    },
  )
  if (!serving.ok) throw new Error(`the product does not start: ${serving.problem.code}`)
  const address = app.server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const agent = new Agent({ keepAlive: true })
  return {
    store,
    app,
    routes,
    namesRead,
    port,
    ask: question => ask({ agent, port }, question),
    signIn: async (accountId, secret) => {
      const begun = { secret, accountId, idToken: 'evidence', earlierSecret: undefined }
      await transaction(store, tx => startSession(tx, begun))
      return secret
    },
    stop: async () => {
      agent.destroy()
      await serving.value.stop()
      await store.close()
    },
  }
}

/** Whose server is being made: others, of other tests in this process, may be made at the same time. */
const making = new AsyncLocalStorage<object>()

/** Notes the server that is made by this, and its routes, before the product itself has seen it. */
async function noting<Serving>(
  serve: () => Promise<Serving>,
): Promise<{ app: FastifyInstance; routes: ServedRoute[]; namesRead: Map<string, Set<string>>; serving: Serving }> {
  const routes: ServedRoute[] = []
  const namesRead = new Map<string, Set<string>>()
  let made: FastifyInstance | undefined
  const own = {}
  const note = (message: unknown) => {
    if (making.getStore() !== own) return
    const app = (message as { fastify: FastifyInstance }).fastify
    made = app
    app.addHook('onRoute', ({ method, url, config }) => {
      for (const one of [method].flat()) routes.push({ method: one, path: url, declared: config?.declared })
    })
    app.addHook('onRequest', async request => {
      const read = namesRead.get(request.routeOptions.url ?? '') ?? new Set<string>()
      namesRead.set(request.routeOptions.url ?? '', read)
      request.query = noteReading(request.query as object, read)
    })
  }
  const initialised = channel('fastify.initialization')
  initialised.subscribe(note)
  try {
    const serving = await making.run(own, serve)
    if (made === undefined) throw new Error('no server was made')
    return { app: made, routes, namesRead, serving }
  } finally {
    initialised.unsubscribe(note)
  }
}

function noteReading<Query extends object>(query: Query, read: Set<string>): Query {
  return new Proxy(query, {
    get: (held, name) => {
      if (typeof name === 'string') read.add(name)
      return Reflect.get(held, name)
    },
  })
}

function ask({ agent, port }: { agent: Agent; port: number }, question: Question): Promise<Answer> {
  const { method = 'GET', path, session, form, json, origin = FROM_HERE } = question
  const body = json === undefined ? form && new URLSearchParams(form).toString() : JSON.stringify(json)
  const headers = {
    ...(session !== undefined && { cookie: `__Host-cydofal=${session}` }),
    ...(method !== 'GET' && origin),
    ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    ...question.headers,
  }
  return new Promise((resolve, reject) => {
    const sent = send({ agent, host: '127.0.0.1', port, method, path, headers }, response => {
      const parts: Buffer[] = []
      const { statusCode: status = 0, headers } = response
      const answer = () => resolve({ status, headers, body: String(Buffer.concat(parts)) })
      response.on('data', (part: Buffer) => {
        parts.push(part)
        if (headers['content-type'] !== 'text/event-stream') return
        answer()
        response.destroy()
      })
      response.on('end', answer)
      response.on('error', reject)
    })
    sent.setTimeout(ANSWER_MS_MAX, () => sent.destroy(new Error(`${method} ${path} was not answered`)))
    // A connection that has lain still may be closed by the server in the very moment when it is used again.
    const again = (fault: NodeJS.ErrnoException) => sent.reusedSocket && fault.code === 'ECONNRESET'
    sent.on('error', fault => (again(fault) ? ask({ agent, port }, question).then(resolve, reject) : reject(fault)))
    sent.end(body)
  })
}
