import fastify, { type FastifyInstance } from 'fastify'
import type { Bundle, FhirResource, OperationOutcome } from 'fhir/r4.js'
import type { Store } from '#ground/db/store.ts'
import { r4Terminology } from '#ground/fhir/terminology/r4.ts'
import { fhirDoor } from './fhir.ts'
import type { FhirMeans, GivenToken } from './means.ts'
import type { SocketLimits } from './socket/limits.ts'
import { isForSocket, SubscriptionSockets } from './socket/sockets.ts'
import { type TestIssuer, testIssuer } from './test-issuer.ts'

/** What was answered. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Byte for byte. */
  readonly text: string
  readonly resource: FhirResource
}

/** This door alone, with somebody who gives out tokens for it. */
export interface TestDoor {
  readonly issuer: TestIssuer
  readonly log: string[]
  /** Tokens that were given here, by what they are. */
  readonly given: Map<string, GivenToken>
  /** Asks with a token as it is, or without one. */
  ask(
    path: string,
    token?: string,
    more?: {
      method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
      headers?: Record<string, string>
      body?: string | Buffer
    },
  ): Promise<Answer>
  readonly sockets: SubscriptionSockets
  /** Opens a port of this machine. Answers the address of the websocket there. */
  listen(): Promise<string>
  stop(): Promise<void>
}

/** The address that the door believes people know it by. */
export const ORIGIN = 'https://cydofal.example'

/** Opens the door on a store. Who a token names is the sign-in door's to say, so a test brings its own. */
export async function testDoor(
  store: Store,
  whoIsNamed: FhirMeans['whoIsNamed'],
  takeBundle: FhirMeans['takeBundle'] = async () => ({ outcome: 'applied' }),
  terminology: FhirMeans['terminology'] = r4Terminology,
  profiles?: FhirMeans['profiles'],
  limits?: SocketLimits,
): Promise<TestDoor> {
  const issuer = await testIssuer()
  const log: string[] = []
  const given = new Map<string, GivenToken>()
  const logger = { level: 'warn', stream: { write: (line: string) => void log.push(line) } }
  const app = fastify({ logger, http: { shouldUpgradeCallback: isForSocket } })
  const sockets = new SubscriptionSockets({
    store,
    findTrust: () => issuer,
    findGiven: async token => given.get(token),
    ...(limits && { limits }),
    failed: fault => app.log.error({ fault }, 'a socket failed'),
  })
  await app.register(
    fhirDoor({
      store,
      origin: () => ORIGIN,
      findTrust: () => issuer,
      findGiven: async token => given.get(token),
      smartConfiguration: () => ({
        authorization_endpoint: `${ORIGIN}/smart/authorize`,
        token_endpoint: `${ORIGIN}/smart/token`,
        introspection_endpoint: `${ORIGIN}/smart/introspect`,
        revocation_endpoint: `${ORIGIN}/smart/revoke`,
        management_endpoint: `${ORIGIN}/my-apps`,
      }),
      whoIsNamed,
      sockets,
      takeBundle,
      terminology,
      profiles,
    }),
  )
  return {
    issuer,
    log,
    given,
    sockets,
    listen: () => listenAt(app),
    async ask(url, token, more = {}) {
      const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
      const answer = await app.inject({
        url,
        method: more.method ?? 'GET',
        headers: { ...authorization, ...more.headers },
        ...(more.body !== undefined && { body: more.body }),
      })
      const headers = answer.headers as Record<string, string>
      const resource = (
        answer.body === '' || !headers['content-type']?.includes('json') || headers['content-type'].includes('ndjson')
          ? {}
          : JSON.parse(answer.body)
      ) as FhirResource
      return { status: answer.statusCode, headers, text: answer.body, resource }
    },
    async stop() {
      await app.close()
      await issuer.stop()
    },
  }
}

async function listenAt(app: FastifyInstance): Promise<string> {
  const url = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  return `ws://${url.host}/fhir/websocket`
}

/** The code of the problem that was answered. */
export function codeOf({ resource }: Answer): string | undefined {
  return (resource as OperationOutcome).issue?.[0]?.details?.coding?.[0]?.code
}

/** The bundle that was answered. */
export function bundleOf({ resource }: Answer): Bundle {
  return resource as Bundle
}
