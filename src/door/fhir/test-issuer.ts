import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Claims of a token; a test may put anything there. */
export interface Claims {
  [name: string]: unknown
}

/** Somebody who gives out tokens, of whom a test decides every word. */
export interface TestIssuer {
  readonly issuer: string
  readonly audience: string
  readonly key: KeyObject
  readonly publicKey: KeyObject
  /** What an honest token says of somebody, an hour long. */
  claims(subject: string, now: Date, post?: string): Claims
  /** An honest token; what is given besides is said instead. */
  token(claims: Claims): string
  /** Whether it answers at all. */
  isDown: boolean
  stop(): Promise<void>
}

const KEY_ID = 'one'
/** How it signs, and what it signs. Source: RFC 9068, 2.1. */
export const HEADER = { alg: 'ES256', typ: 'at+jwt', kid: KEY_ID }

/** Starts one on a free port of this machine. */
export async function testIssuer(audience = 'https://cydofal.example/fhir'): Promise<TestIssuer> {
  const { privateKey: key, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const server = createServer((request, response) => {
    if (issuer.isDown) return response.writeHead(503).end()
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'ES256', use: 'sig' }
    const isKeys = request.url === '/jwks'
    const body = isKeys ? { keys: [jwk] } : { issuer: issuer.issuer, jwks_uri: `${issuer.issuer}/jwks` }
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const issuer: TestIssuer = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    audience,
    key,
    publicKey,
    claims: (sub, now, post) => ({
      iss: issuer.issuer,
      aud: audience,
      sub,
      jti: `a token of ${sub}`,
      client_id: 'an-app',
      scope: 'user/AuditEvent.rs user/Patient.us user/CarePlan.rs user/Composition.r',
      iat: seconds(now),
      exp: seconds(now) + 3600,
      ...(post && { post }),
    }),
    token: claims => jwt(HEADER, claims, es256(key)),
    isDown: false,
    stop: () => new Promise(stopped => void server.close(() => stopped())),
  }
  return issuer
}

/** A token in three parts, signed in whatever way the test wants. */
export function jwt(header: object, claims: object, signature: (input: Buffer) => Buffer): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${part(header)}.${part(claims)}`
  return `${input}.${signature(Buffer.from(input)).toString('base64url')}`
}

/** Signs as ES256 does. */
export function es256(key: KeyObject): (input: Buffer) => Buffer {
  return input => sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' })
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000)
}
