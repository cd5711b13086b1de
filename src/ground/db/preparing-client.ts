import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import pg from 'pg'
import { type Answer, Asked } from './asked.ts'
import { Batch } from './batch.ts'

/** How many different statements are kept prepared on a connection. Ours are some two hundred; the rest are sent whole. */
const STATEMENTS_MAX = 500

const names = new Map<string, string>()

/**
 * A connection that prepares each statement once and names it after its text, so that PostgreSQL does not parse and
 * plan the same question again at every message and every page; and over which what is asked in one go leaves in one
 * batch: each by itself would wake the server for it, and us for its answer.
 */
export class PreparingClient extends pg.Client {
  #asked: Asked[] = []

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

  async #ask(text: string, values: readonly unknown[]): Promise<Answer> {
    const asked = new Asked(nameOf(text), text, values)
    this.#asked.push(asked)
    try {
      return await asked.answer
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

/** The name under which a text is prepared; none for one too many. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= STATEMENTS_MAX) return ''
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  names.set(text, name)
  return name
}
