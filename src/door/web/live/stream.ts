import type { FastifyReply } from 'fastify'

/** How often a quiet stream says that it is still there, milliseconds. Proxies close what is silent for a minute. */
const BEAT_MS = 15_000
/** How much may wait for a slow browser before it is let go, bytes. It comes back and fetches the page anew. */
const WAITING_BYTES_MAX = 256 * 1024

/** One browser listening: server-sent events. Source: WHATWG HTML, server-sent events. */
export class LiveStream {
  readonly #reply: FastifyReply
  readonly #beat: NodeJS.Timeout

  constructor(reply: FastifyReply) {
    this.#reply = reply
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 2000\n\n')
    this.#beat = setInterval(() => this.#write(':\n\n'), BEAT_MS)
    this.onClose(() => clearInterval(this.#beat))
  }

  send(event: string, data: string): void {
    const lines = data.split('\n').map(line => `data: ${line}`)
    this.#write(`event: ${event}\n${lines.join('\n')}\n\n`)
  }

  onClose(work: () => void): void {
    this.#reply.raw.once('close', work)
  }

  close(): void {
    this.#reply.raw.end()
  }

  /** Nothing more, once it is ending: Node would throw, outside everybody's reach, and stop the whole process. */
  #write(text: string): void {
    if (this.#reply.raw.writableEnded) return
    if (this.#reply.raw.writableLength > WAITING_BYTES_MAX) this.#reply.raw.destroy()
    else this.#reply.raw.write(text)
  }
}
