import type { Store } from '#ground/db/store.ts'
import { hashOfSecret } from '#work/app/secret.ts'
import type { Bindable } from '../means.ts'

/** How long a binding token waits to be used, seconds: as long as it takes to open a socket. */
const HOLDS_SECONDS = 60
/** How many of one client wait at most; the oldest makes room. */
const OF_CLIENT_MAX = 20

interface Waiting extends Bindable {
  readonly expiresAt: Date
}

/**
 * Tokens by which a socket is bound, for whoever cannot send a header with it, as no browser can. Each is used once, within a
 * minute, at the process that gave it; what it binds lasts as long as the access token behind it. Source: HL7 Subscriptions R5
 * Backport 1.1.0, operation `$get-ws-binding-token`.
 */
export class BindingTokens {
  readonly #store: Pick<Store, 'clock' | 'chance'>
  readonly #waiting = new Map<string, Waiting>()

  constructor(store: Pick<Store, 'clock' | 'chance'>) {
    this.#store = store
  }

  /** Gives one out. */
  give(bindable: Bindable): { readonly token: string; readonly expiresAt: Date } {
    const now = this.#store.clock.now()
    for (const [hash, { expiresAt }] of this.#waiting) if (expiresAt <= now) this.#waiting.delete(hash)
    const ofClient = [...this.#waiting].filter(([, { client }]) => client === bindable.client)
    const [oldest] = ofClient
    if (oldest !== undefined && ofClient.length >= OF_CLIENT_MAX) this.#waiting.delete(oldest[0])
    const token = this.#store.chance.secret()
    const expiresAt = new Date(now.getTime() + HOLDS_SECONDS * 1000)
    this.#waiting.set(hashOfSecret(token), { ...bindable, expiresAt })
    return { token, expiresAt }
  }

  /** What a token stands for, which it does no more from now on. Undefined for one that was never given, is used, or has run out. */
  take(token: string): Bindable | undefined {
    const hash = hashOfSecret(token)
    const held = this.#waiting.get(hash)
    this.#waiting.delete(hash)
    return held !== undefined && this.#store.clock.now() < held.expiresAt ? held : undefined
  }
}
