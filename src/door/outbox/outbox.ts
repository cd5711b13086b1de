import { type Store, transaction } from '#ground/db/store.ts'
import type { TlsOut } from '#ground/mllp/client.ts'
import type { Carriers } from '#work/outbox/carrier.ts'
import { authorizationFor } from '#work/telling/subscription/authorization.ts'
import { httpsCarrier } from './https.ts'
import { keepSending, type Sending } from './keep-sending.ts'
import { mllpCarrier } from './mllp.ts'
import { type Relay, smtpCarrier } from './smtp.ts'

/** What carriers are told by settings. */
export interface OutboxMeans {
  /** Without it mails wait. */
  readonly relay: Relay | undefined
  /** By what receivers of MLLP inside TLS are known, and what is shown to them. */
  readKeys(): Promise<TlsOut>
  /** Hosts of partners that may have a private address, as they stand in a URL. */
  readonly privateHosts: readonly string[]
}

/** Sends what is queued, by every carrier there is, until stopped. */
export function outboxDoor(
  store: Store,
  { relay, privateHosts, readKeys }: OutboxMeans,
  failed: (fault: unknown) => void,
): Sending {
  const mllp = mllpCarrier({ readKeys })
  const showing = (outgoingId: string) => transaction(store, tx => authorizationFor(tx, outgoingId))
  const carriers: Carriers = {
    mllp: mllp.carry,
    https: httpsCarrier({ privateHosts, authorizationFor: showing }),
    ...(relay && { smtp: smtpCarrier(relay) }),
  }
  const sending = keepSending(store, carriers, failed)
  return {
    now: () => sending.now(),
    again: destinationId => sending.again(destinationId),
    async stop() {
      await sending.stop()
      mllp.close()
    },
  }
}
