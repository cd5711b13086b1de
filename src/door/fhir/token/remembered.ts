import { createHash } from 'node:crypto'

/** How long a token is not checked again after it was, seconds: so long may one hold by a key that was withdrawn. */
const REMEMBERED_SECONDS_MAX = 60
const TOKENS_MAX = 1000

/** What a token that has been checked says, and the end it names, seconds since 1970. */
export interface Checked<Said> {
  readonly said: Said
  readonly ends: number
}

interface Remembered<Said> extends Checked<Said> {
  readonly at: number
}

/**
 * Tokens that were checked a moment ago, by their hash and whose they must be: checking a signature takes longer than reading
 * what it opens. What a token says cannot change; that it has ended, and that its key was withdrawn, is noticed within the
 * minute at most. That its bearer's post, account or system is gone is asked at every call and not here.
 */
export class RememberedTokens<Said> {
  readonly #byHash = new Map<string, Remembered<Said>>()

  /** What `check` found of a token within the minute, or finds of it now. What is refused is not remembered. */
  async saidBy(token: string, whose: string, now: Date, check: () => Promise<Checked<Said>>): Promise<Said> {
    const hash = createHash('sha256').update(`${whose} ${token}`).digest('base64')
    const at = now.getTime() / 1000
    const held = this.#byHash.get(hash)
    if (held !== undefined && at >= held.at && at < Math.min(held.at + REMEMBERED_SECONDS_MAX, held.ends))
      return held.said
    this.#byHash.delete(hash)
    const checked = await check()
    if (this.#byHash.size >= TOKENS_MAX) this.#byHash.clear()
    this.#byHash.set(hash, { ...checked, at })
    return checked.said
  }
}
