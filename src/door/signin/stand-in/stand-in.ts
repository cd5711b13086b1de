import type { EventEmitter } from 'node:events'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { errors, type Provider } from 'oidc-provider'
import type { Config } from '#config'
import { Routes } from '#door/route/routes.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import { publicOrigin } from '../address.ts'
import { findAccount } from '../find-account.ts'
import { findActingAs } from '../named.ts'
import { makeProvider, STAND_IN, type StandInClient } from './provider.ts'
import type { GrantMeans } from './token-grant.ts'

export interface StandInOptions {
  readonly store: Store
  readonly config: Config
  readonly client: StandInClient
  /** The systems that may have a token of their own. */
  readonly systems: readonly string[]
  /** The path of the product that people are sent back to. */
  readonly back: string
}

/**
 * A plugin that mounts the demo's identity provider. Whoever comes with the subject of an account as `login_hint` is
 * signed in as them, without a password: it must never stand before the records of real people. Throws unless SEED is
 * demo.
 */
export function standIn(options: StandInOptions): (app: FastifyInstance) => Promise<void> {
  if (options.config.SEED !== 'demo') throw new Error('the stand-in lets anybody in: it is for the demo alone')
  return async app => {
    let made: Provider | undefined
    const provider = () => {
      made ??= providerFor(app, options)
      return made
    }
    const hand = (request: FastifyRequest, reply: FastifyReply) => handOver(provider(), request, reply)

    // The provider reads what is posted to it by itself.
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const routes = new Routes(app)
    const declared = { for: 'anybody', does: 'nothing', changes: true } as const
    routes.get(`${STAND_IN}/*`, declared, hand)
    routes.post(`${STAND_IN}/token`, { ...declared, for: 'systems' }, hand)
    routes.get(`${STAND_IN}/interaction/:uid`, declared, async (request, reply) =>
      reply.redirect(await takeAtTheirWord(provider(), options.store, request, reply), 303),
    )
  }
}

function providerFor(app: FastifyInstance, options: StandInOptions): Provider {
  const { store, config, client, systems, back } = options
  const { clock, chance } = store
  const isKnown = async (subject: string) => (await findAccount(store, subject)) !== undefined
  const origin = publicOrigin(app, config)
  const findActing: GrantMeans['findActing'] = asked => transaction(store, tx => findActingAs(tx, asked))
  const provider = makeProvider({ origin, back, client, systems, clock, chance, isKnown, findActing })
  const failed = (fault: unknown) => app.log.error({ fault }, 'the stand-in failed')
  provider.on('server_error', (_ctx, fault) => failed(fault))
  // Of the web framework inside it, which would print to the console; the types of the provider leave it out.
  const inside: EventEmitter = provider
  inside.on('error', failed)
  return provider
}

/** Gives a request to the provider as it came, under the address that people know, less the path it is mounted at. */
function handOver(provider: Provider, { raw }: FastifyRequest, reply: FastifyReply): void {
  const { host, protocol } = new URL(provider.issuer)
  const url = raw.url ?? '/'
  Object.assign(raw.headers, { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) })
  Object.assign(raw, { originalUrl: url, url: url.slice(STAND_IN.length) })
  reply.hijack()
  void provider.callback()(raw, reply.raw)
}

/** Signs in whoever the visit names and answers where to go on: the front page when it names nobody, or is over. */
async function takeAtTheirWord(
  provider: Provider,
  store: Store,
  { raw }: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  try {
    const { params } = await provider.interactionDetails(raw, reply.raw)
    const subject = params.login_hint
    if (typeof subject !== 'string' || (await findAccount(store, subject)) === undefined) return '/'
    return await provider.interactionResult(raw, reply.raw, { login: { accountId: subject, remember: false } })
  } catch (fault) {
    if (fault instanceof errors.SessionNotFound) return '/'
    throw fault
  }
}
