import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import pg from 'pg'
import { Batch } from './batch.ts'

/** How many different statements are kept prepared on a connection. Ours are some two hundred; the rest are sent whole. */
const STATEMENTS_MAX = 500

/** As the library makes of a value what is sent; its types do not tell of it. */
const { prepareValue } = (pg as unknown as { readonly utils: { prepareValue(value: unknown): unknown } }).utils

const names = new Map<string, string>()

/**
 * A connection that prepares each statement once and names it after its text, so that PostgreSQL does not parse and
 * plan the same question again at every message and every page; and over which what is asked in one go leaves in one
 * batch: each by itself would wake the server for it, and us for its answer.
 */
export class PreparingClient extends pg.Client {
  #asked: pg.Query[] = []

  // biome-ignore lint/suspicious/noExplicitAny: `query` has a dozen overloads; only the plainest is changed.
  override query(...args: any[]): any {
    const [text, values, ...rest] = args
    if (typeof text !== 'string' || !Array.isArray(values) || rest.length > 0) {
      this.#leave()
      return super.query(...(args as [string]))
    }
    if (this.#asked.length === 0) process.nextTick(() => this.#leave())
    return this.#ask(text, values)
  }

  async #ask(text: string, values: unknown[]): Promise<pg.QueryResult> {
    const { promise, resolve, reject } = Promise.withResolvers<pg.QueryResult>()
    const settle = (fault: Error | undefined, result: unknown) =>
      fault ? reject(fault) : resolve(result as pg.QueryResult)
    const name = nameOf(text)
    // A value that cannot be sent is refused here, before anything has left.
    const sent = values.map(prepareValue)
    this.#asked.push(new pg.Query({ text, values: sent, ...(name !== undefined && { name }) }, settle))
    try {
      return await promise
    } catch (fault) {
      // Where it was asked tells more than where the answer was read.
      if (fault instanceof Error) Error.captureStackTrace(fault)
      throw fault
    }
  }

  #leave(): void {
    const asked = this.#asked
    if (asked.length === 0) return
    this.#asked = []
    const { stream } = (this as unknown as { readonly connection: { readonly stream: Socket } }).connection
    stream.cork()
    super.query(new Batch(asked))
    stream.uncork()
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= STATEMENTS_MAX) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  names.set(text, name)
  return name
}
