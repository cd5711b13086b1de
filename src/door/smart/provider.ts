import { timingSafeEqual } from 'node:crypto'
import { type Configuration, type JWK, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import { OTHER_SCOPES } from '#work/app/ask.ts'
import { hashOfSecret } from '#work/app/secret.ts'
import { account, launchContext } from './account.ts'
import { askToLetIn } from './anew.ts'
import { assertShort, fetchKeys, KEYS_BYTES_MAX } from './assertion.ts'
import { held } from './held.ts'
import { fhirBase, SMART, type SmartMeans } from './means.ts'
import { checkAudience, checkLaunch, resourceServer } from './resource.ts'

const MINUTE = 60

/** How long a token of a system holds, seconds. Source: SMART App Launch 2.2, backend services: five minutes at most. */
const SYSTEM_SECONDS = 5 * MINUTE

/**
 * The authorisation server for apps, by SMART App Launch 2.2: the code flow with PKCE for people, client credentials for
 * systems. The library does the protocol; who somebody is, whom they choose and what they let in is ours (`work/app`).
 * Tokens are opaque and looked up at each use, so that what is taken back is taken back at once.
 */
export function makeProvider(means: SmartMeans): Provider {
  const provider = new Provider(`${means.origin()}${SMART}`, configurationOf(means))
  // Behind a proxy, the addresses it writes are those that people know.
  provider.proxy = true
  provider.Client.prototype.compareClientSecret = function (actual: string) {
    return timingSafeEqual(Buffer.from(hashOfSecret(actual)), Buffer.from(this.clientSecret ?? hashOfSecret('')))
  }
  askToLetIn(provider)
  provider.use(async (ctx, next) => {
    await next()
    const { oidc } = ctx as KoaContextWithOIDC
    if (ctx.status === 200 && oidc?.route === 'token')
      Object.assign(ctx.body as object, await launchContext(means, oidc))
  })
  return provider
}

function configurationOf(means: SmartMeans): Configuration {
  return {
    adapter: held(means.store),
    jwks: { keys: means.keys as unknown as JWK[] },
    scopes: [...OTHER_SCOPES],
    claims: { openid: ['sub'], profile: ['name'], fhirUser: ['fhirUser'] },
    responseTypes: ['code'],
    clientAuthMethods: ['none', 'client_secret_basic', 'private_key_jwt'],
    enabledJWA: {
      clientAuthSigningAlgValues: ['ES256', 'ES384', 'PS256', 'PS384', 'RS256', 'RS384'],
      idTokenSigningAlgValues: ['RS256'],
    },
    routes: {
      authorization: '/authorize',
      token: '/token',
      introspection: '/introspect',
      revocation: '/revoke',
      jwks: '/keys',
    },
    cookies: {
      names: { session: 'app-session', interaction: 'app-visit', resume: 'app-resume' },
      long: { path: SMART, httpOnly: true, sameSite: 'lax' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    ttl: {
      Interaction: 30 * MINUTE,
      Session: 30 * MINUTE,
      AuthorizationCode: MINUTE,
      AccessToken: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? MINUTE,
      ClientCredentials: SYSTEM_SECONDS,
      IdToken: 10 * MINUTE,
      RefreshToken: ctx => ctx.oidc.entities.Grant?.remainingTTL ?? MINUTE,
      Grant: MINUTE,
    },
    pkce: { required: () => true },
    extraParams: { aud: checkAudience(means), launch: checkLaunch },
    extraTokenClaims: async (_ctx, token) =>
      token.kind === 'AccessToken' && token.grantId ? launchContext(means, { grantId: token.grantId }) : undefined,
    findAccount: account(means),
    loadExistingGrant: async ({ oidc }) => {
      const grantId = oidc.result?.consent?.grantId
      return grantId === undefined ? undefined : oidc.provider.Grant.find(grantId)
    },
    // A session of the library is the way through one visit; ours says how long somebody is there.
    expiresWithSession: async () => false,
    issueRefreshToken: async (_ctx, client, source) =>
      client.grantTypeAllowed('refresh_token') &&
      (source.scopes.has('offline_access') || source.scopes.has('online_access')),
    rotateRefreshToken: true,
    interactions: { url: (_ctx, { uid }) => `/apps/asks/${uid}` },
    clientBasedCORS: (_ctx, origin, client) =>
      (client.redirectUris ?? []).some(uri => URL.parse(uri)?.origin === origin && origin !== 'null'),
    assertJwtClientAuthClaimsAndHeader: assertShort(means),
    fetch: fetchKeys(means),
    fetchResponseBodyLimits: { jwks_uri: KEYS_BYTES_MAX, sector_identifier_uri: 0 },
    features: featuresOf(means),
    renderError: ctx => ctx.redirect(`${means.origin()}/apps/not-opened`),
  }
}

/** What the library does besides the code flow, and all that it does not. */
function featuresOf(means: SmartMeans): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    dPoP: { enabled: false },
    clientCredentials: { enabled: true },
    introspection: {
      enabled: true,
      allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
    },
    revocation: { enabled: true, allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId },
    resourceIndicators: {
      enabled: true,
      defaultResource: async () => fhirBase(means),
      useGrantedResource: async () => true,
      getResourceServerInfo: resourceServer(means),
    },
  }
}
