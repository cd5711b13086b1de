import * as jose from 'jose'
import * as oidc from 'openid-client'
import { z } from 'zod'
import type { Clock } from '#ground/clock.ts'
import { type Scope, scopesIn } from '#ground/fhir/scope.ts'
import type { FhirMeans, GivenToken, TokenTrust } from '../means.ts'
import { issuerUnreachable, noToken, tokenRefused } from '../problem.ts'
import { type Checked, RememberedTokens } from './remembered.ts'

/** What a token that is taken says. It says whom and how much at most, never what may be seen. */
export interface Bearer {
  readonly subject: string
  readonly postId: string | undefined
  readonly app: string
  readonly tokenId: string
  /** The most that may be done with it. Whatever else a scope says opens nothing here. */
  readonly scopes: readonly Scope[]
  /** What somebody let the app in for, where the token was given here. */
  readonly grantId: string | undefined
  /** The one person that the app was opened for, where it was opened for one. */
  readonly patient: string | undefined
}

/** How long a token may hold in all, seconds. */
const HOLDS_SECONDS_MAX = 60 * 60
/** How far the issuer's clock may stand from ours, seconds. */
const CLOCKS_APART_SECONDS_MAX = 5
const ANSWER_SECONDS_MAX = 10

/** Only signatures that the issuer alone can make: no shared secret, and never none. */
const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'EdDSA', 'Ed25519']

const Text = z.string().min(1).max(255)
const Claims = z.object({
  sub: Text,
  jti: Text,
  client_id: Text,
  scope: z.string().max(2000).default(''),
  iat: z.number(),
  exp: z.number(),
  aud: z.union([z.string(), z.array(z.string()).length(1)]),
  post: z.uuid().optional(),
  /** A token that only one key may bring is not one that anybody may: we cannot check the key, so it is not taken. */
  cnf: z.undefined().optional(),
})

/** Takes the token of an Authorization header, or throws: none came, it is not taken, or its issuer does not answer. */
export type TakeBearer = (header: string | undefined) => Promise<Bearer>

/**
 * A token that was given here (SMART App Launch) is looked up at every call, by its hash: it has no dots in it. Those of a
 * trusted provider are JWTs as RFC 9068 has them, checked by the library at every call, or within the minute before it:
 * signature by a key that the issuer publishes then, kind (`at+jwt`), issuer, audience, begin and end. Nothing of a token is compared with a secret of ours,
 * so there is nothing that the time of an answer could tell. Nothing is asked of the issuer before the first token.
 */
export function bearerTaker({ findTrust, findGiven, store: { clock } }: BearerMeans): TakeBearer {
  const remembered = new RememberedTokens<Bearer>()
  let known: Promise<jose.JWTVerifyGetKey> | undefined
  const keysOf = (trust: TokenTrust) => {
    known ??= publishedKeys(trust).catch(() => {
      known = undefined
      throw issuerUnreachable()
    })
    return known
  }
  return async header => {
    if (header === undefined) throw noToken()
    const token = /^Bearer +([\w.-]+)$/i.exec(header)?.[1]
    if (token === undefined) throw tokenRefused()
    if (!token.includes('.')) return bearerGiven(await findGiven(token))
    const trust = findTrust()
    if (trust === undefined) throw tokenRefused()
    const now = clock.now()
    return remembered.saidBy(token, `${trust.issuer} ${trust.audience}`, now, async () =>
      checkedOf(await verified(token, { keys: await keysOf(trust), trust, now })),
    )
  }
}

/** What taking a token needs. */
export type BearerMeans = Pick<FhirMeans, 'findTrust' | 'findGiven'> & { readonly store: { readonly clock: Clock } }

function bearerGiven(given: GivenToken | undefined): Bearer {
  if (given === undefined) throw tokenRefused()
  return { ...given, scopes: scopesIn(given.scopes) }
}

interface Checking {
  readonly keys: jose.JWTVerifyGetKey
  readonly trust: TokenTrust
  readonly now: Date
}

async function verified(token: string, { keys, trust, now }: Checking): Promise<jose.JWTPayload> {
  try {
    const { payload } = await jose.jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      typ: 'at+jwt',
      issuer: trust.issuer,
      audience: trust.audience,
      requiredClaims: ['exp', 'iat'],
      maxTokenAge: HOLDS_SECONDS_MAX,
      clockTolerance: CLOCKS_APART_SECONDS_MAX,
      currentDate: now,
    })
    return payload
  } catch (fault) {
    throw saidNothing(fault) ? issuerUnreachable() : tokenRefused()
  }
}

function checkedOf(payload: jose.JWTPayload): Checked<Bearer> {
  const read = Claims.safeParse(payload)
  if (!read.success || read.data.exp - read.data.iat > HOLDS_SECONDS_MAX) throw tokenRefused()
  const { sub, jti, client_id, scope, post, exp } = read.data
  const scopes = scopesIn(scope.split(' '))
  const named = { subject: sub, postId: post, app: client_id, tokenId: jti }
  return { said: { ...named, scopes, grantId: undefined, patient: undefined }, ends: exp }
}

/** The keys of the issuer, fetched when first needed and again when a token names one that is new. */
async function publishedKeys({ issuer, audience, reach }: TokenTrust): Promise<jose.JWTVerifyGetKey> {
  const url = new URL(issuer)
  const isThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const found = await oidc.discovery(url, audience, undefined, oidc.None(), {
    timeout: ANSWER_SECONDS_MAX,
    execute: reach !== undefined || isThisMachine ? [oidc.allowInsecureRequests] : [],
    ...(reach === undefined ? {} : { [oidc.customFetch]: (at, options) => reach(at, options as RequestInit) }),
  })
  const { jwks_uri } = found.serverMetadata()
  if (jwks_uri === undefined) throw issuerUnreachable()
  return jose.createRemoteJWKSet(new URL(jwks_uri), {
    timeoutDuration: ANSWER_SECONDS_MAX * 1000,
    ...(reach === undefined ? {} : { [jose.customFetch]: (at: string, options: RequestInit) => reach(at, options) }),
  })
}

/** Whether the issuer did not answer with keys. Whatever else is wrong is wrong with the token. */
function saidNothing(fault: unknown): boolean {
  if (!(fault instanceof jose.errors.JOSEError)) return true
  return ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'].includes(fault.code)
}
