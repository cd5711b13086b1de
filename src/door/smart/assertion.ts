import { errors } from 'oidc-provider'
import type { SmartMeans } from './means.ts'

/** How far ahead a client's assertion may end, seconds. Source: SMART App Launch 2.2, client-confidential-asymmetric. */
const AHEAD_SECONDS_MAX = 5 * 60
const CLOCKS_APART_SECONDS_MAX = 15

/** The most that is read of an app's keys, bytes. */
export const KEYS_BYTES_MAX = 64 * 1024

/** A client's assertion is for one sending: it holds a few minutes, and the library takes it once. */
export function assertShort({ store }: SmartMeans) {
  return async (_ctx: unknown, { exp }: { exp?: unknown }): Promise<void> => {
    const latest = store.clock.now().getTime() / 1000 + AHEAD_SECONDS_MAX + CLOCKS_APART_SECONDS_MAX
    if (typeof exp !== 'number' || exp > latest) throw new errors.InvalidClientAuth('exp is too far ahead')
  }
}

/**
 * Fetches the keys of an app from where two people have said that they are, and from nowhere that it leads on to. The
 * library goes to no private address, and gives up after a few seconds; in the demo the app may be on this machine.
 */
export function fetchKeys({ isDemo }: SmartMeans) {
  return (asked: string | URL | Request, options: RequestInit = {}): Promise<Response> => {
    const url = new URL(asked instanceof Request ? asked.url : asked)
    const { dispatcher, ...rest } = options as RequestInit & { dispatcher?: unknown }
    const isHere = isDemo && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
    if (url.protocol !== 'https:' && !isHere) throw new Error('keys are fetched over HTTPS alone')
    const guarded = isHere || dispatcher === undefined ? rest : { ...rest, dispatcher }
    return fetch(url, { ...guarded, redirect: 'error' } as RequestInit)
  }
}
