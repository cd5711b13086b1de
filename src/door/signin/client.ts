import * as oidc from 'openid-client'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { SigningIn } from './signing-in.ts'

const ANSWER_SECONDS_MAX = 10

/** The identity provider, and who we are to it. */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The page of ours that the provider sends people back to. */
  readonly backTo: string
  /** How to reach the provider from here, when not at its public address. */
  readonly reach?: (url: string, options: RequestInit) => Promise<Response>
}

/** Why the provider signed nobody in. The code is for the log: it names the check that failed, and nobody. */
export interface ProviderRefusal {
  readonly problem: 'signin.refused' | 'signin.unreachable'
  readonly code: string
}

export interface SignedIn {
  /** The provider's own name for them. */
  readonly subject: string
  readonly idToken: string
}

/** The region's identity provider, asked by the authorization code flow with PKCE. Source: OpenID Connect Core 1.0. */
export interface IdentityProvider {
  /**
   * Where to send the browser. The hint names whom they say they are; the language is the one they read; `anew` asks who
   * it is even if the provider still knows.
   */
  begin(
    visit: SigningIn,
    asked: { readonly hint: string | undefined; readonly language: Language | undefined; readonly anew: boolean },
  ): Promise<Outcome<string, ProviderRefusal>>
  /** Redeems what the browser brought back. Every check of the answer and of its ID token is the library's. */
  finish(visit: SigningIn, query: URLSearchParams): Promise<Outcome<SignedIn, ProviderRefusal>>
  /** Where to send the browser to end the provider's session too. Undefined when the provider has no such place. */
  findSignOut(idToken: string, home: string): Promise<string | undefined>
}

/** Nothing is asked of the provider, or of `settingsNow`, before the first visit. */
export function identityProvider(settingsNow: () => ProviderSettings): IdentityProvider {
  let known: Promise<oidc.Configuration> | undefined
  const discovered = () => {
    known ??= discover(settingsNow()).catch(fault => {
      known = undefined
      throw fault
    })
    return known
  }
  return {
    begin: (visit, asked) =>
      answered(async () => {
        const configuration = await discovered()
        const url = oidc.buildAuthorizationUrl(configuration, {
          redirect_uri: settingsNow().backTo,
          scope: 'openid',
          state: visit.state,
          nonce: visit.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(visit.codeVerifier),
          code_challenge_method: 'S256',
          ...(asked.hint === undefined ? {} : { login_hint: asked.hint }),
          ...(asked.anew ? { prompt: 'login' } : {}),
          ...(asked.language === undefined ? {} : { ui_locales: asked.language }),
        })
        return url.href
      }),
    finish: (visit, query) =>
      answered(async () => {
        const back = new URL(`?${query}`, settingsNow().backTo)
        const tokens = await oidc.authorizationCodeGrant(await discovered(), back, {
          expectedState: visit.state,
          expectedNonce: visit.nonce,
          pkceCodeVerifier: visit.codeVerifier,
          idTokenExpected: true,
        })
        return { subject: tokens.claims()!.sub, idToken: tokens.id_token! }
      }),
    async findSignOut(idToken, home) {
      const url = await answered(async () => {
        const asked = { id_token_hint: idToken, post_logout_redirect_uri: home }
        return oidc.buildEndSessionUrl(await discovered(), asked).href
      })
      return url.ok ? url.value : undefined
    },
  }
}

async function discover(settings: ProviderSettings): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret, reach } = settings
  const url = new URL(issuer)
  // The library trusts the connection for the signature unless told to check it.
  const execute = [oidc.enableNonRepudiationChecks]
  if (reach !== undefined || isThisMachine(url)) execute.push(oidc.allowInsecureRequests)
  return await oidc.discovery(url, clientId, undefined, secretAsAsked(clientSecret), {
    timeout: ANSWER_SECONDS_MAX,
    execute,
    ...(reach === undefined ? {} : { [oidc.customFetch]: (at, options) => reach(at, options as RequestInit) }),
  })
}

/** A client sends its secret in the header unless the provider takes it in the body alone. Source: OpenID Connect Core, 9. */
function secretAsAsked(secret: string): oidc.ClientAuth {
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const send = taken.includes('client_secret_basic') ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret)
    return send(server, ...rest)
  }
}

function isThisMachine({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

async function answered<Value>(ask: () => Promise<Value>): Promise<Outcome<Value, ProviderRefusal>> {
  try {
    return done(await ask())
  } catch (fault) {
    return refused(refusalOf(fault))
  }
}

/** Whether the provider said no or said nothing. What is neither is a fault of ours. */
function refusalOf(fault: unknown): ProviderRefusal {
  if (fault instanceof oidc.AuthorizationResponseError || fault instanceof oidc.ResponseBodyError) {
    return { problem: 'signin.refused', code: fault.error }
  }
  if (fault instanceof oidc.WWWAuthenticateChallengeError) return { problem: 'signin.refused', code: fault.code }
  if (fault instanceof oidc.ClientError) {
    const code = fault.code ?? fault.message
    return { problem: SAID_NOTHING.has(code) ? 'signin.unreachable' : 'signin.refused', code }
  }
  const { cause } = fault as { cause?: { code?: string } }
  if (fault instanceof TypeError && cause !== undefined) {
    return { problem: 'signin.unreachable', code: cause.code ?? fault.message }
  }
  throw fault
}

const SAID_NOTHING = new Set(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'])
