import { createServer, type Server } from 'node:net'
import { type Conversation, converse, type Hearing } from './conversation.ts'

export interface ListenOptions extends Hearing {
  /** 0 for any free port. */
  readonly port: number
  readonly host: string
  readonly limits: Hearing['limits'] & {
    /** Further connections are closed at once. */
    readonly connectionsMax: number
  }
}

export interface MllpListener {
  readonly port: number
  /** Stops listening, lets each connection finish the frame in hand, and settles when all are gone. */
  close(): Promise<void>
}

/**
 * Listens for HL7 v2 over MLLP. What is received and what goes wrong is handed to the caller; an acknowledgement is
 * sent only once `receive` has settled. Rejects when the port cannot be had.
 */
export async function listenMllp(options: ListenOptions): Promise<MllpListener> {
  const conversations = new Set<Conversation>()
  // A sender may close its half after the last message and still wait for the answer.
  const server = createServer({ allowHalfOpen: true, noDelay: true, keepAlive: true }, socket => {
    const conversation = converse(socket, options)
    conversations.add(conversation)
    void conversation.ended.then(() => conversations.delete(conversation))
  })
  server.maxConnections = options.limits.connectionsMax
  const port = await listening(server, options)
  return {
    port,
    async close() {
      const stopped = new Promise<void>(resolve => server.close(() => resolve()))
      for (const conversation of conversations) conversation.finish()
      await Promise.all([...conversations].map(conversation => conversation.ended))
      await stopped
    },
  }
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
