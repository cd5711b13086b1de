import type { FastifyInstance } from 'fastify'
import type { Config } from '#config'
import type { Chance } from '#ground/chance.ts'
import { ownOrigin, publicOrigin } from './address.ts'
import type { ProviderSettings } from './client.ts'
import { STAND_IN, type StandInClient } from './stand-in/provider.ts'
import { tokenAudience } from './stand-in/token-grant.ts'

/** The path the provider sends people back to. */
export const BACK = '/sign-in/back'

/** The identity provider this product was set up with. */
export interface ChosenProvider {
  /** Who we are to the stand-in; undefined when the provider is the region's own. */
  readonly standInClient: StandInClient | undefined
  /** The origin that signing in and out leads to, as a source of a content security policy. */
  readonly source: string
  settings(app: FastifyInstance): ProviderSettings
  /** Whose tokens apps may bring, and for whom they must be. Undefined: nobody's. */
  findTrust(app: FastifyInstance): TokenTrust | undefined
}

/** Who gives out the tokens that are taken, by what name they call us, and how to reach them from here. */
export interface TokenTrust {
  readonly issuer: string
  readonly audience: string
  readonly reach?: (url: string, options: RequestInit) => Promise<Response>
}

/** The demo has the stand-in, always. A real region has its own: throws when it is not wholly named. */
export function chooseProvider(config: Config, chance: Chance): ChosenProvider {
  return config.SEED === 'demo' ? theStandIn(config, chance) : theRegions(config)
}

function theStandIn(config: Config, chance: Chance): ChosenProvider {
  const client = { clientId: 'cydofal', clientSecret: chance.secret() }
  const standIn = (app: FastifyInstance) => {
    const origin = publicOrigin(app, config)
    const here = ownOrigin(app, config)
    const reach = (url: string, options: RequestInit) => fetch(url.replace(origin, here), options)
    return { issuer: `${origin}${STAND_IN}`, reach }
  }
  return {
    standInClient: client,
    source: "'self'",
    settings: app => ({ ...client, ...standIn(app), backTo: `${publicOrigin(app, config)}${BACK}` }),
    findTrust: app => ({ ...standIn(app), audience: tokenAudience(publicOrigin(app, config)) }),
  }
}

function theRegions(config: Config): ChosenProvider {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config
  const { FHIR_ISSUER, FHIR_AUDIENCE } = config
  if (!issuer || !clientId || !clientSecret) throw new Error('nobody may sign in through a provider that is not named')
  return {
    standInClient: undefined,
    source: new URL(issuer).origin,
    settings: app => ({ issuer, clientId, clientSecret, backTo: `${publicOrigin(app, config)}${BACK}` }),
    findTrust: () => (FHIR_ISSUER && FHIR_AUDIENCE ? { issuer: FHIR_ISSUER, audience: FHIR_AUDIENCE } : undefined),
  }
}
