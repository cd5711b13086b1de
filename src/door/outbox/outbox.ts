import type { Store } from '#ground/db/store.ts'
import type { Kept } from '#ground/keep-doing.ts'
import type { Carriers } from '#work/outbox/carrier.ts'
import { httpsCarrier } from './https.ts'
import { keepSending } from './keep-sending.ts'
import { mllpCarrier } from './mllp.ts'
import { type Relay, smtpCarrier } from './smtp.ts'

/** Sends what is queued, by every carrier there is, until stopped. Without a relay mails wait. */
export function outboxDoor(store: Store, relay: Relay | undefined, failed: (fault: unknown) => void): Kept {
  const mllp = mllpCarrier()
  const carriers: Carriers = {
    mllp: mllp.carry,
    https: httpsCarrier,
    ...(relay && { smtp: smtpCarrier(relay) }),
  }
  const sending = keepSending(store, carriers, failed)
  return {
    now: () => sending.now(),
    async stop() {
      await sending.stop()
      mllp.close()
    },
  }
}
