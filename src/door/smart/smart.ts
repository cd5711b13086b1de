import type { EventEmitter } from 'node:events'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Provider } from 'oidc-provider'
import type { Declaration } from '#door/route/declaration.ts'
import { Routes } from '#door/route/routes.ts'
import { smartConfiguration } from './configuration.ts'
import { findGiven, type GivenToken } from './given.ts'
import { SMART, type SmartMeans } from './means.ts'
import { makeProvider } from './provider.ts'
import { type AppVisits, visitsOf } from './visit.ts'

/** The door at which apps ask to be let in: its routes, and what the other doors may ask of it. */
export interface SmartDoor {
  /** A plugin, for `register`: everything under /smart. It stands apart from the pages, whose cookies are nothing to it. */
  routes(app: FastifyInstance): Promise<void>
  readonly visits: AppVisits
  /** A token that was given here and holds. */
  findGiven(token: string): Promise<GivenToken | undefined>
  /** What apps are told of it at /fhir/.well-known/smart-configuration. */
  configuration(): ReturnType<typeof smartConfiguration>
}

/** Opens the door. Nothing is made before the first request, because only then is our own address known. */
export function smartDoor(means: SmartMeans): SmartDoor {
  let made: Provider | undefined
  const provider = () => {
    made ??= watched(makeProvider(means), means)
    return made
  }
  return {
    routes: async app => app.register(async inside => open(inside, provider), { prefix: SMART }),
    visits: visitsOf(provider, means),
    findGiven: token => findGiven(means.store, token),
    configuration: () => smartConfiguration(means),
  }
}

async function open(app: FastifyInstance, provider: () => Provider): Promise<void> {
  // The provider reads what is posted to it by itself.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  const hand = (request: FastifyRequest, reply: FastifyReply) => handOver(provider(), request, reply)
  const routes = new Routes(app)
  const visit: Declaration = { for: 'anybody', does: 'nothing', changes: true }
  const program: Declaration = { for: 'systems', does: 'nothing' }
  routes.get('/authorize', visit, hand)
  routes.get('/authorize/:uid', visit, hand)
  for (const path of ['/token', '/introspect', '/revoke']) {
    routes.post(path, program, hand)
    routes.options(path, program, hand)
  }
  for (const path of ['/keys', '/.well-known/openid-configuration']) routes.get(path, program, hand)
}

/** Gives a request to the provider as it came, under the address that people know, less the path it is mounted at. */
function handOver(provider: Provider, { raw }: FastifyRequest, reply: FastifyReply): void {
  const { host, protocol } = new URL(provider.issuer)
  const url = raw.url ?? '/'
  Object.assign(raw.headers, { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) })
  Object.assign(raw, { originalUrl: url, url: url.slice(SMART.length) })
  reply.hijack()
  void provider.callback()(raw, reply.raw)
}

/** What goes wrong with us is told; what is wrong with what an app asked is the app's. */
function watched(provider: Provider, { failed }: SmartMeans): Provider {
  provider.on('server_error', (_ctx, fault) => failed(fault))
  // Of the web framework inside it, which would print to the console; the types of the provider leave it out.
  const inside: EventEmitter = provider
  inside.on('error', failed)
  return provider
}
