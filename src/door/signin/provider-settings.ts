import type { FastifyInstance } from 'fastify'
import type { Config } from '#config'
import type { Chance } from '#ground/chance.ts'
import { ownOrigin, publicOrigin } from './address.ts'
import type { ProviderSettings } from './client.ts'
import { STAND_IN, type StandInClient } from './stand-in/provider.ts'

/** The path the provider sends people back to. */
export const BACK = '/sign-in/back'

/** The identity provider this product was set up with. */
export interface ChosenProvider {
  /** Who we are to the stand-in; undefined when the provider is the region's own. */
  readonly standInClient: StandInClient | undefined
  /** The origin that signing in and out leads to, as a source of a content security policy. */
  readonly source: string
  settings(app: FastifyInstance): ProviderSettings
}

/** The demo has the stand-in, always. A real region has its own: throws when it is not wholly named. */
export function chooseProvider(config: Config, chance: Chance): ChosenProvider {
  return config.SEED === 'demo' ? theStandIn(config, chance) : theRegions(config)
}

function theStandIn(config: Config, chance: Chance): ChosenProvider {
  const client = { clientId: 'cydofal', clientSecret: chance.secret() }
  return {
    standInClient: client,
    source: "'self'",
    settings(app) {
      const origin = publicOrigin(app, config)
      const here = ownOrigin(app, config)
      return {
        ...client,
        issuer: `${origin}${STAND_IN}`,
        backTo: `${origin}${BACK}`,
        reach: (url, options) => fetch(url.replace(origin, here), options),
      }
    },
  }
}

function theRegions(config: Config): ChosenProvider {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config
  if (!issuer || !clientId || !clientSecret) throw new Error('nobody may sign in through a provider that is not named')
  return {
    standInClient: undefined,
    source: new URL(issuer).origin,
    settings: app => ({ issuer, clientId, clientSecret, backTo: `${publicOrigin(app, config)}${BACK}` }),
  }
}
