import type { Store } from '#ground/db/store.ts'
import { type Kept, keepDoing } from '#ground/keep-doing.ts'
import type { FhirMeans } from '../means.ts'
import { takeNextLine } from './take-line.ts'

/** How often it is looked whether a line waits, milliseconds, when nothing has been announced. */
const LOOK_MS = 10_000

/**
 * Takes in what systems send at once, line by line, until stopped: then the line in hand is finished, and the rest is taken in
 * when the program runs again. Where nothing waits it asks the database that and nothing else.
 */
export function keepImporting(
  store: Store,
  means: Pick<FhirMeans, 'origin' | 'profiles'>,
  failed: (fault: unknown) => void,
): Kept {
  let goesOn = true
  const taking = keepDoing(
    async () => {
      while (goesOn && (await takeNextLine(store, means, failed)));
    },
    LOOK_MS,
    failed,
  )
  return {
    now: taking.now,
    stop() {
      goesOn = false
      return taking.stop()
    },
  }
}
