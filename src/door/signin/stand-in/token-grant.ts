import type { IncomingMessage } from 'node:http'
import { errors, type KoaContextWithOIDC, type Provider, type TokenEndpointGrantContext } from 'oidc-provider'
import type { ActingAs } from '../named.ts'

/** The stand-in's way to a token: an account is named, and nothing is proved. RFC 6749, 4.5, asks for a URI of one's own. */
export const TOKEN_GRANT = 'https://cydofal.example/grant/account-of-the-demo'

/** Whoever runs `npm run token`. It has no secret: it is heard from this machine alone. */
export const tokenClient = {
  client_id: 'npm-run-token',
  token_endpoint_auth_method: 'none' as const,
  redirect_uris: [],
  grant_types: [TOKEN_GRANT],
  response_types: [],
  id_token_signed_response_alg: 'ES256' as const,
}

/** A system of the demo. It never asks by itself: whoever runs `npm run token` has its token given out. */
export function systemClient(system: string) {
  return { ...tokenClient, client_id: system, grant_types: [] }
}

/** How long a token of the demo holds, seconds. */
const TOKEN_SECONDS = 60 * 60

/** As much as an app may ask at /fhir; what it is shown is decided there, each time. Source: SMART App Launch 2.2. */
const SCOPE = 'user/AuditEvent.rs user/Patient.us user/CarePlan.rs user/Composition.r'

/** As much as a system may do there: send what it has. */
const SYSTEM_SCOPE = 'system/Bundle.c system/Subscription.cruds'

/** What giving out tokens needs. */
export interface GrantMeans {
  /** The product's own origin. */
  readonly origin: string
  /** The systems that may have a token of their own, by the name of their client. */
  readonly systems: readonly string[]
  /** How the account may act now. Undefined when there is none, or not for that employer. */
  findActing(asked: { readonly subject: string; readonly employer: string | undefined }): Promise<ActingAs | undefined>
}

/** By what name the demo's tokens call the FHIR door of the product at this origin. */
export function tokenAudience(origin: string): string {
  return `${origin}/fhir`
}

interface Asked {
  readonly account?: string
  readonly employer?: string
}

/**
 * Teaches the stand-in to give out a token for an account, or a system, that is named: a JWT (RFC 9068) for the FHIR door, for an
 * hour, in one post. Only to this machine, and only when nobody passed the request on.
 */
export function giveTokens(provider: Provider, means: GrantMeans): void {
  const give = async (ctx: TokenEndpointGrantContext<Asked>) => {
    if (!isFromHere(ctx.req)) throw new errors.AccessDenied('tokens are given to this machine alone')
    const { account: subject = '', employer } = ctx.oidc.params
    const client = means.systems.includes(subject) ? await provider.Client.find(subject) : undefined
    if (client !== undefined) {
      ctx.body = await tokenOf(provider, means, { client, subject, scope: SYSTEM_SCOPE })
      return
    }
    const acting = await means.findActing({ subject, employer })
    if (acting === undefined) throw new errors.InvalidGrant('no such account, or not with that employer')
    ctx.state.post = acting.postId
    const given = await tokenOf(provider, means, { client: ctx.oidc.client, subject, scope: SCOPE })
    ctx.body = { ...given, patient: acting.personId }
  }
  provider.registerGrantType<Asked>(TOKEN_GRANT, give, ['account', 'employer'])
}

interface TokenFor {
  readonly client: ConstructorParameters<Provider['AccessToken']>[0]['client']
  readonly subject: string
  readonly scope: string
}

async function tokenOf(provider: Provider, { origin }: GrantMeans, { client, subject, scope }: TokenFor) {
  const token = new provider.AccessToken({
    client,
    accountId: subject,
    grantId: '',
    gty: TOKEN_GRANT,
    scope,
    resourceServer: new provider.ResourceServer(tokenAudience(origin), {
      scope,
      accessTokenFormat: 'jwt',
      accessTokenTTL: TOKEN_SECONDS,
      jwt: { sign: { alg: 'ES256' } },
    }),
    expiresIn: TOKEN_SECONDS,
  })
  return { access_token: await token.save(), token_type: token.tokenType, expires_in: token.expiration, scope }
}

/** What a token says besides: the post that is acted in. */
export function postOf(ctx: KoaContextWithOIDC): Record<string, unknown> {
  return ctx.state.post === undefined ? {} : { post: ctx.state.post }
}

const THIS_MACHINE = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Whether a program on this machine asks by itself: what a proxy passes on comes from here too, and says whose it was. */
function isFromHere({ socket, headers }: IncomingMessage): boolean {
  const passedOn = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !passedOn && THIS_MACHINE.has(socket.remoteAddress ?? '')
}
