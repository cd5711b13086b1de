import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Announcement } from '#ground/db/announce.ts'
import type { Store } from '#ground/db/store.ts'
import { OUTGOING_TOPIC, SENT_AGAIN_TOPIC } from '#work/outbox/outgoing.ts'
import { SUBSCRIPTION_TOPIC } from '#work/telling/subscription/subscription.ts'
import type { Bindable, Sockets } from '../means.ts'
import { FhirProblem } from '../problem.ts'
import { type BearerMeans, bearerTaker } from '../token/bearer.ts'
import { refuseNarrowSystemScope } from '../token/scope.ts'
import { systemOf } from '../token/system.ts'
import { BindingTokens } from './binding-tokens.ts'
import { COMMAND_BYTES_MAX, LIMITS, type SocketLimits } from './limits.ts'
import { Listener, type ListenerMeans, type Shown } from './listener.ts'
import { SOCKET_PATH } from './url.ts'

/** After what there may be something to tell: an event, or an officer who lets the system hear again. */
const WAKING = new Set([SUBSCRIPTION_TOPIC, OUTGOING_TOPIC, SENT_AGAIN_TOPIC])

/** What the sockets need. */
export type SocketsMeans = Pick<BearerMeans, 'findTrust' | 'findGiven'> & {
  readonly store: Store
  readonly limits?: SocketLimits
  failed(fault: unknown): void
}

/** Whether a request wants to become a socket here. Any other that would be something else is answered as what it is. */
export function isForSocket({ url = '', headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket' && url.split('?')[0] === `/fhir${SOCKET_PATH}`
}

/**
 * Systems that listen to their subscriptions in this process. Where the page comes from that opens a socket is not asked: as
 * everywhere at this door only a token is believed, which a page of somebody else's does not have, and never a cookie.
 */
export class SubscriptionSockets implements Sockets {
  readonly #tokens: BindingTokens
  readonly #means: ListenerMeans
  readonly #listeners = new Set<Listener>()
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: COMMAND_BYTES_MAX,
    perMessageDeflate: false,
  })
  readonly #asking: NodeJS.Timeout
  #isClosing = false

  constructor({ store, limits = LIMITS, failed, ...trust }: SocketsMeans) {
    const takeBearer = bearerTaker({ store, ...trust })
    this.#tokens = new BindingTokens(store)
    this.#means = {
      ...{ store, limits, failed },
      async clientOf(authorization) {
        const bearer = await takeBearer(authorization)
        refuseNarrowSystemScope(bearer, 'Subscription', 'r')
        return systemOf(bearer)
      },
      takeBinding: token => this.#tokens.take(token),
      hasTooMany: client => this.#countOf(client) > limits.socketsOfClientMax,
    }
    this.#asking = setInterval(() => this.#askAll(), limits.pingMs).unref()
  }

  /** Takes whoever comes to the server for this, until it stops. */
  openAt(app: FastifyInstance): void {
    app.server.on('upgrade', (request, connection, head) => void this.#upgrade(request, connection, head))
    app.addHook('preClose', () => this.#close())
  }

  /** Gives a token by which a socket is bound, to whoever can send no header with it. */
  giveToken(bindable: Bindable): ReturnType<Sockets['giveToken']> {
    return this.#tokens.give(bindable)
  }

  /** Something happened: tells whom it concerns, soon. */
  heard({ topic, id }: Announcement): void {
    if (WAKING.has(topic)) for (const one of this.#listeners) one.wake(id)
  }

  /** What was announced while nobody heard is looked for. */
  missed(): void {
    for (const one of this.#listeners) one.wake()
  }

  async #upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): Promise<void> {
    connection.on('error', () => {})
    const { authorization } = request.headers
    const { clientOf, limits, failed } = this.#means
    try {
      const client = authorization === undefined ? undefined : await clientOf(authorization)
      const hasMost = client !== undefined && this.#countOf(client) >= limits.socketsOfClientMax
      if (this.#isClosing || this.#listeners.size >= limits.socketsMax || hasMost) return refuse(connection, 503)
      const shown = authorization === undefined || client === undefined ? undefined : { authorization, client }
      this.#server.handleUpgrade(request, connection, head, socket => this.#listen(socket, shown))
    } catch (fault) {
      if (!(fault instanceof FhirProblem)) failed(fault)
      refuse(connection, fault instanceof FhirProblem ? fault.status : 500)
    }
  }

  #listen(socket: WebSocket, shown: Shown | undefined): void {
    const { limits } = this.#means
    const unbound = [...this.#listeners].filter(({ isBound }) => !isBound)
    if (unbound.length >= limits.unboundMax) unbound[0]?.socket.terminate()
    const listener = new Listener(socket, this.#means, shown)
    this.#listeners.add(listener)
    const late = setTimeout(() => {
      if (!listener.isBound) listener.close('not-bound')
    }, limits.bindMs)
    socket.once('close', () => {
      clearTimeout(late)
      this.#listeners.delete(listener)
    })
  }

  /** Asks everybody whether they are there, and cuts off whoever did not answer the last time. */
  #askAll(): void {
    for (const listener of this.#listeners) {
      if (!listener.isAlive) listener.cut('unanswered')
      listener.isAlive = false
      listener.socket.ping()
    }
  }

  #countOf(client: string): number {
    return [...this.#listeners].filter(one => one.client === client).length
  }

  async #close(): Promise<void> {
    this.#isClosing = true
    clearInterval(this.#asking)
    await Promise.all([...this.#listeners].map(one => one.leave()))
  }
}

/** What is not let in is told so as any request is, and no more. */
function refuse(connection: Duplex, status: number): void {
  const challenge = status === 401 || status === 403 ? 'www-authenticate: Bearer\r\n' : ''
  connection.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${challenge}connection: close\r\ncontent-length: 0\r\n\r\n`,
  )
}
