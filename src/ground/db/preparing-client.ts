import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import pg from 'pg'

/** How many different statements are kept prepared on a connection. Ours are some two hundred; the rest are sent whole. */
const STATEMENTS_MAX = 500

const names = new Map<string, string>()

/**
 * A connection that prepares each statement once and names it after its text, so that PostgreSQL does not parse and
 * plan the same question again at every message and every page.
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: `query` has a dozen overloads; only the plainest is changed.
  override query(...args: any[]): any {
    const [text, values, ...rest] = args
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
    const query = super.query as (...args: unknown[]) => unknown
    this.#sendTogether()
    return name === undefined ? query.apply(this, args) : query.call(this, { name, text, values }, ...rest)
  }

  /** What is asked in one go leaves in one packet: each one of its own would wake the server for it. */
  #sendTogether(): void {
    const { stream } = (this as unknown as { readonly connection: { readonly stream: Socket } }).connection
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= STATEMENTS_MAX) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  names.set(text, name)
  return name
}
