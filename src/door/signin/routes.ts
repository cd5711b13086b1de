import formbody from '@fastify/formbody'
import type { FastifyInstance } from 'fastify'
import type { Config } from '#config'
import { Routes } from '#door/route/routes.ts'
import type { Store } from '#ground/db/store.ts'
import { publicOrigin } from './address.ts'
import { identityProvider } from './client.ts'
import { leaveRoute } from './leave.ts'
import type { SigninMeans } from './means.ts'
import { BACK, chooseProvider, type TokenTrust } from './provider-settings.ts'
import { signInRoutes } from './sign-in.ts'
import { signOutRoute } from './sign-out.ts'
import { standIn } from './stand-in/stand-in.ts'
import { switchPostRoute } from './switch-post.ts'
import { type Visits, visitsTo } from './visits.ts'

/** The sign-in door: its routes, and what the other doors may ask of it. */
export interface SigninDoor {
  /** A plugin, for `register`: /sign-in, /sign-out, /leave, /switch-post and, in the demo, the stand-in under /stand-in. */
  routes(app: FastifyInstance): Promise<void>
  readonly visits: Visits
  /** Where forms may lead when they sign somebody in or out: a source for `form-action` of a content security policy. */
  readonly providerSource: string
  /** Whose tokens the FHIR door takes. Ask once the server listens. Undefined: nobody's. */
  findTrust(app: FastifyInstance): TokenTrust | undefined
}

export interface SigninOptions {
  readonly store: Store
  readonly config: Config
  /** The systems for which the demo's stand-in gives out tokens. */
  readonly systems?: readonly string[]
}

/** Opens the door. Throws when SEED is none and the region's identity provider is not wholly named. */
export function signinDoor({ store, config, systems = [] }: SigninOptions): SigninDoor {
  const chosen = chooseProvider(config, store.chance)
  return {
    visits: visitsTo(store, config),
    providerSource: chosen.source,
    findTrust: chosen.findTrust,
    async routes(app) {
      const provider = identityProvider(() => chosen.settings(app))
      const means: SigninMeans = { store, config, provider, origin: () => publicOrigin(app, config) }
      if (!app.hasContentTypeParser('application/x-www-form-urlencoded')) await app.register(formbody)
      app.addHook('onSend', async (_request, reply) => {
        reply.header('cache-control', 'no-store')
      })
      const routes = new Routes(app)
      signInRoutes(routes, means)
      signOutRoute(routes, means)
      leaveRoute(routes, means)
      switchPostRoute(routes, means)
      const client = chosen.standInClient
      if (client !== undefined) await app.register(standIn({ store, config, client, systems, back: BACK }))
    },
  }
}
