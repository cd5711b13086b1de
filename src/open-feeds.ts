import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import type { Config } from '#config'
import { feedsDoor } from '#door/feeds/feeds.ts'
import type { Store } from '#ground/db/store.ts'
import { keepDoing } from '#ground/keep-doing.ts'
import type { Keys, MllpListener } from '#ground/mllp/server.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { ifFree } from './if-free.ts'

export type FeedsProblem =
  | { readonly code: 'mllpPortBusy'; readonly port: number }
  | { readonly code: 'mllpTlsPortBusy'; readonly port: number }
  | { readonly code: 'mllpTlsWrong'; readonly reason: string }

export interface Feeds {
  readonly port: number
  /** Undefined when nobody is received over TLS. */
  readonly tlsPort: number | undefined
  close(): Promise<void>
}

/** How often the files of the certificate are read again, milliseconds: one that was renewed needs no new start. */
const RENEW_MS = 60_000

/** Opens the listeners for agencies' systems: in the clear, and over TLS where its settings are there. */
export async function openFeeds(
  config: Config,
  store: Store,
  failed: (fault: unknown) => void,
): Promise<Outcome<Feeds, FeedsProblem>> {
  const { HOST: host, MLLP_PORT: port, MLLP_TLS_PORT: tlsPort } = config
  const keys = tlsPort === undefined ? done(undefined) : await readKeys(config)
  if (!keys.ok) return refused({ code: 'mllpTlsWrong', reason: keys.problem })
  const plain = await ifFree(feedsDoor(store, { host, port }, failed))
  if (plain === undefined) return refused({ code: 'mllpPortBusy', port })
  if (tlsPort === undefined || keys.value === undefined) return done({ ...plain, tlsPort: undefined })
  const secure = await ifFree(feedsDoor(store, { host, port: tlsPort, keys: keys.value }, failed))
  if (secure === undefined) {
    await plain.close()
    return refused({ code: 'mllpTlsPortBusy', port: tlsPort })
  }
  const renewing = keepDoing(() => renew(secure, config), RENEW_MS, failed)
  return done({
    port: plain.port,
    tlsPort: secure.port,
    close: async () => {
      await renewing.stop()
      await Promise.all([plain.close(), secure.close()])
    },
  })
}

/** The keys of the files that the settings name, or what is wrong with them. */
async function readKeys(config: Config): Promise<Outcome<Keys, string>> {
  const { MLLP_TLS_CERT_FILE: cert = '', MLLP_TLS_KEY_FILE: key = '', MLLP_TLS_CA_FILE: ca } = config
  try {
    const keys = { cert: await readFile(cert), key: await readFile(key), ca: ca && (await readFile(ca)) }
    createSecureContext({ ...keys, ca: keys.ca || undefined })
    return done({ ...keys, ca: keys.ca || undefined })
  } catch (fault) {
    return refused(fault instanceof Error ? fault.message : String(fault))
  }
}

/** Keys that cannot be used are told, and the old ones serve on. */
async function renew(listener: MllpListener, config: Config): Promise<void> {
  const keys = await readKeys(config)
  if (!keys.ok) throw new Error(`the certificate for MLLP over TLS cannot be renewed: ${keys.problem}`)
  listener.renew(keys.value)
}
