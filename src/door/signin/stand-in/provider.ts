import { generateKeyPairSync } from 'node:crypto'
import { type JWK, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { Chance } from '#ground/chance.ts'
import type { Clock } from '#ground/clock.ts'
import { memory } from './memory.ts'
import { type GrantMeans, giveTokens, postOf, systemClient, tokenClient } from './token-grant.ts'

/** The path the stand-in is mounted at. */
export const STAND_IN = '/stand-in'

/** Who the product is to the stand-in: known to both, made anew at each start. */
export interface StandInClient {
  readonly clientId: string
  readonly clientSecret: string
}

export interface StandInMeans extends GrantMeans {
  /** The path of the product that people are sent back to. */
  readonly back: string
  readonly client: StandInClient
  readonly clock: Clock
  readonly chance: Chance
  /** Whether somebody of this name may sign in. */
  isKnown(subject: string): Promise<boolean>
}

const MINUTE = 60
const TTL_SECONDS = { Interaction: 10 * MINUTE, AuthorizationCode: MINUTE, AccessToken: MINUTE, IdToken: 10 * MINUTE }
const SESSION_SECONDS = 12 * 60 * MINUTE

/**
 * The demo's identity provider, whole but for the asking: it takes people at their word, forgets who they were as soon as
 * they may say it anew, asks no consent and shows no page. Whatever goes wrong, people are back on the product's front page.
 */
export function makeProvider(means: StandInMeans): Provider {
  const home = `${means.origin}/`
  const provider = new Provider(`${means.origin}${STAND_IN}`, {
    adapter: memory(means.clock),
    jwks: { keys: [signingKey()] },
    clients: [clientOf(means), tokenClient, ...means.systems.map(systemClient)],
    scopes: ['openid'],
    claims: { openid: ['sub'] },
    cookies: {
      names: { session: 'stand-in', interaction: 'stand-in-visit', resume: 'stand-in-resume' },
      keys: [means.chance.secret()],
      long: { path: STAND_IN, httpOnly: true, sameSite: 'lax', signed: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    ttl: { ...TTL_SECONDS, Session: SESSION_SECONDS, Grant: SESSION_SECONDS },
    pkce: { required: () => true },
    extraTokenClaims: postOf,
    findAccount: async (_ctx, subject) =>
      (await means.isKnown(subject)) ? { accountId: subject, claims: () => ({ sub: subject }) } : undefined,
    loadExistingGrant: grantEverything,
    interactions: { url: (_ctx, interaction) => `${STAND_IN}/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: endSession },
    },
    renderError: ctx => ctx.redirect(home),
  })
  // Behind a proxy or asked by ourselves, the addresses it writes are those people know.
  provider.proxy = true
  giveTokens(provider, means)
  provider.use(async (ctx, next) => {
    const mayAsk = ctx.path === '/auth' && ctx.query.prompt !== 'none'
    if (mayAsk) await (await provider.Session.get(ctx)).destroy()
    await next()
    // Where there is nothing left to end, it would draw a form that needs JavaScript to go on.
    if (ctx.path === '/session/end') ctx.redirect(home)
  })
  return provider
}

function clientOf({ origin, back, client }: StandInMeans) {
  return {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    token_endpoint_auth_method: 'client_secret_basic' as const,
    redirect_uris: [`${origin}${back}`],
    post_logout_redirect_uris: [`${origin}/`],
    grant_types: ['authorization_code'],
    response_types: ['code' as const],
    id_token_signed_response_alg: 'ES256' as const,
  }
}

function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' } as JWK
}

async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const grant = new oidc.provider.Grant({ accountId: oidc.session!.accountId!, clientId: oidc.client!.clientId })
  grant.addOIDCScope('openid')
  await grant.save()
  return grant
}

/** Stands where the provider would ask "do you want to sign out?": whoever got here has said so. */
async function endSession({ oidc }: KoaContextWithOIDC): Promise<void> {
  await oidc.session!.destroy()
}
