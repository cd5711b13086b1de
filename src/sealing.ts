import type { Store } from '#ground/db/store.ts'
import { type Kept, keepDoing } from '#ground/keep-doing.ts'
import type { SigningKey } from '#ground/signing-key.ts'
import { sealWhenDue } from '#record/sharing/trail/proof/seal.ts'

/** How often it is looked whether anything is to be sealed, milliseconds: often enough that a thousand do not wait. */
const LOOK_MS = 5000

/** Seals the trail from now on, as soon as it is due, until stopped. What fails is told and tried again at the next look. */
export function keepSealing(store: Store, key: SigningKey, failed: (fault: unknown) => void): Kept {
  return keepDoing(() => sealWhenDue(store, key), LOOK_MS, failed)
}
