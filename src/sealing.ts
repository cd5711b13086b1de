import type { Store } from '#ground/db/store.ts'
import type { SigningKey } from '#ground/signing-key.ts'
import { sealWhenDue } from '#record/sharing/trail/proof/seal.ts'

/** How often it is looked whether anything is to be sealed, milliseconds: often enough that a thousand do not wait. */
const LOOK_MS = 5000

/** Seals the trail from now on, as soon as it is due, until stopped. What fails is told and tried again at the next look. */
export function keepSealing(
  store: Store,
  key: SigningKey,
  failed: (fault: unknown) => void,
): { stop(): Promise<void> } {
  let sealing: Promise<void> | undefined
  const look = () => {
    sealing ??= sealWhenDue(store, key)
      .then(() => {}, failed)
      .finally(() => {
        sealing = undefined
      })
  }
  look()
  const looking = setInterval(look, LOOK_MS)
  return {
    async stop() {
      clearInterval(looking)
      await sealing
    },
  }
}
