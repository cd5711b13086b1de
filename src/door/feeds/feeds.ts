import type { Store } from '#ground/db/store.ts'
import { listenMllp, type MllpListener } from '#ground/mllp/server.ts'
import { receiveFrame } from './hl7/receive.ts'
import { keepRefused } from './take-in.ts'

/** Bounds of the listener. A hospital sends a few messages a second over a handful of connections. */
const LIMITS = { frameBytesMax: 1_048_576, connectionsMax: 200, idleSecondsMax: 600 }

/** Listens for agencies' systems. A fault in one message or connection never stops the others. */
export function feedsDoor(
  store: Store,
  at: { readonly port: number; readonly host: string },
  failed: (fault: unknown) => void,
): Promise<MllpListener> {
  return listenMllp({
    ...at,
    limits: LIMITS,
    receive: (frame, peer) => receiveFrame(store, frame, peer.address),
    fault: async (fault, partial, peer) => {
      await keepRefused(store, { channel: 'hl7', raw: partial, from: peer.address }, fault)
      return []
    },
    failed,
  })
}
