import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls'
import { type Conversation, converse, type Hearing } from './conversation.ts'
import { addressOf } from './peer.ts'

/** What encrypts a listener, and who may speak to it. */
export interface Keys {
  /** Ours, with the chain up to whoever our senders trust; PEM. */
  readonly cert: string | Buffer
  readonly key: string | Buffer
  /** Who vouches for senders. With it, nobody is heard without a certificate of theirs. */
  readonly ca?: string | Buffer | undefined
}

export interface ListenOptions extends Hearing {
  /** 0 for any free port. */
  readonly port: number
  readonly host: string
  /** TLS with these; in the clear without. */
  readonly keys?: Keys | undefined
  readonly limits: Hearing['limits'] & {
    /** Further connections are closed at once. */
    readonly connectionsMax: number
    /** From one network address; further ones are closed at once. */
    readonly connectionsPerAddressMax: number
  }
}

export interface MllpListener {
  readonly port: number
  /** Uses other keys for the connections that come from now on. Throws when they are none. */
  renew(keys: Keys): void
  /** Stops listening, lets each connection finish the frame in hand, and settles when all are gone. */
  close(): Promise<void>
}

/** How long a sender may take to agree on keys, milliseconds. */
const HANDSHAKE_MS_MAX = 10_000

/**
 * Listens for HL7 v2 over MLLP. What is received and what goes wrong is handed to the caller; an acknowledgement is
 * sent only once `receive` has settled. Rejects when the port cannot be had, or the keys are none.
 */
export async function listenMllp(options: ListenOptions): Promise<MllpListener> {
  const conversations = new Set<Conversation>()
  const hear = (socket: Socket) => {
    const conversation = converse(socket, options)
    conversations.add(conversation)
    void conversation.ended.then(() => conversations.delete(conversation))
  }
  const server = serverFor(options, hear)
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    const address = addressOf(socket)
    const sameAddress = [...sockets].filter(other => addressOf(other) === address).length
    if (sameAddress >= options.limits.connectionsPerAddressMax) return socket.destroy()
    sockets.add(socket)
    return socket.once('close', () => sockets.delete(socket))
  })
  server.maxConnections = options.limits.connectionsMax
  const port = await listening(server, options)
  return {
    port,
    renew(keys) {
      if ('setSecureContext' in server) (server as TlsServer).setSecureContext(secure(keys))
    },
    async close() {
      const stopped = new Promise<void>(resolve => server.close(() => resolve()))
      for (const conversation of conversations) conversation.finish()
      await Promise.all([...conversations].map(conversation => conversation.ended))
      // What has not agreed on keys yet has said nothing.
      for (const socket of sockets) socket.destroy()
      await stopped
    },
  }
}

function serverFor({ keys }: ListenOptions, hear: (socket: Socket) => void): Server {
  // A sender may close its half after the last message and still wait for the answer.
  const sockets = { allowHalfOpen: true, noDelay: true, keepAlive: true }
  if (keys === undefined) return createServer(sockets, hear)
  const server = createTlsServer({ ...sockets, ...secure(keys), handshakeTimeout: HANDSHAKE_MS_MAX }, hear)
  server.on('tlsClientError', (_, socket) => socket.destroy())
  return server
}

function secure({ cert, key, ca }: Keys) {
  return { cert, key, ...(ca !== undefined && { ca, requestCert: true, rejectUnauthorized: true }) }
}

function listening(server: Server, { port, host, failed }: ListenOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      server.on('error', error => failed?.(error))
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
