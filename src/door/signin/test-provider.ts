import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { machineClock } from '#ground/clock.ts'

/** A region's identity provider of which a test decides every answer. It signs in whoever the `login_hint` names. */
export interface TestProvider {
  readonly issuer: string
  /** The settings of a product that trusts it. */
  readonly settings: Record<string, string>
  /** The key whose public half it publishes. */
  readonly key: KeyObject
  /** The ID token for a visit; an honest one unless the test puts another way here. */
  idToken: (honest: Claims, nonces: readonly string[]) => string | undefined
  /** What the browser brings back besides; nothing unless the test puts it here. */
  extra: Record<string, string>
  /** How the token endpoint is to answer instead. */
  fails: { status: number; type: string; body: string } | undefined
  /** The requests for a token, and the sign-outs that reached it. */
  readonly redeemed: { readonly authorization: string | undefined; readonly form: URLSearchParams }[]
  readonly signedOut: URL[]
  stop(): Promise<void>
}

export interface Claims {
  [name: string]: unknown
}

const KEY_ID = 'one'

export async function testProvider(): Promise<TestProvider> {
  const { privateKey: key, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const visits = new Map<string, URLSearchParams>()
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', provider.issuer)
    const json = (body: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    const redirect = (to: URL | string) => response.writeHead(303, { location: String(to) }).end()
    if (url.pathname === '/.well-known/openid-configuration') return json(metadata(provider.issuer))
    if (url.pathname === '/jwks') return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KEY_ID }] })
    if (url.pathname === '/token') {
      const { fails } = provider
      if (fails) return response.writeHead(fails.status, { 'content-type': fails.type }).end(fails.body)
      return json(await redeem(request))
    }
    if (url.pathname === '/leave') {
      provider.signedOut.push(url)
      return redirect(url.searchParams.get('post_logout_redirect_uri') ?? '')
    }
    const code = `code-${visits.size}`
    visits.set(code, url.searchParams)
    const back = new URL(url.searchParams.get('redirect_uri') ?? '')
    const state = url.searchParams.get('state') ?? ''
    back.search = String(new URLSearchParams({ code, state, iss: provider.issuer, ...provider.extra }))
    return redirect(back)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function redeem(request: IncomingMessage) {
    const form = new URLSearchParams(await text(request))
    provider.redeemed.push({ authorization: request.headers.authorization, form })
    const visit = visits.get(form.get('code') ?? '')
    const nonces = [...visits.values()].map(asked => asked.get('nonce') ?? '')
    const honest = honestClaims(issuer, visit?.get('login_hint') ?? '', visit?.get('nonce') ?? '')
    return { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: provider.idToken(honest, nonces) }
  }

  const provider: TestProvider = {
    issuer,
    settings: { SEED: 'none', OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'cydofal', OIDC_CLIENT_SECRET: 'secret' },
    key,
    idToken: claims => jwt({ alg: 'RS256', kid: KEY_ID }, claims, input => sign('sha256', input, key)),
    extra: {},
    fails: undefined,
    redeemed: [],
    signedOut: [],
    stop: () => new Promise(stopped => void server.close(() => stopped())),
  }
  return provider
}

/** A token in three parts, signed in whatever way the test wants. */
export function jwt(header: object, claims: object, signature: (input: Buffer) => Buffer): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${part(header)}.${part(claims)}`
  return `${input}.${signature(Buffer.from(input)).toString('base64url')}`
}

function honestClaims(issuer: string, subject: string, nonce: string): Claims {
  const now = Math.floor(machineClock.now().getTime() / 1000)
  return { iss: issuer, aud: 'cydofal', sub: subject, nonce, iat: now, exp: now + 300 }
}

function metadata(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    end_session_endpoint: `${issuer}/leave`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    authorization_response_iss_parameter_supported: true,
  }
}
