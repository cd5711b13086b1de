import type { Store } from '#ground/db/store.ts'
import { type Keys, listenMllp, type MllpListener } from '#ground/mllp/server.ts'
import { keepPace } from '#ground/pace.ts'
import { receiveFrame } from './hl7/receive.ts'
import { keepRefused } from './take-in.ts'

/**
 * Bounds of each listener. A hospital sends a few messages a second over a handful of connections; an integration engine
 * sends for many from one address.
 */
const LIMITS = { frameBytesMax: 1_048_576, connectionsMax: 200, connectionsPerAddressMax: 100, idleSecondsMax: 600 }

/** Listens for agencies' systems, over TLS where keys are given. A fault in one message or connection never stops the others. */
export function feedsDoor(
  store: Store,
  at: { readonly port: number; readonly host: string; readonly keys?: Keys | undefined },
  failed: (fault: unknown) => void,
): Promise<MllpListener> {
  const pace = keepPace(store.clock)
  return listenMllp({
    ...at,
    limits: LIMITS,
    receive: (frame, { address, certificate }) => receiveFrame(store, frame, address, { certificate, pace }),
    fault: async (fault, partial, { address, certificate }) => {
      await keepRefused(store, { channel: 'hl7', raw: partial, from: address, certificate }, fault)
      return []
    },
    failed,
  })
}
