import { type Store, transaction } from '#ground/db/store.ts'
import { type Kept, keepDoing } from '#ground/keep-doing.ts'
import { dropsToTake } from '#work/drop/read-drop.ts'
import { takeDrop } from './take-drop.ts'

/** How often it is looked whether a file is to be taken in, milliseconds, when nothing has been announced. */
const LOOK_MS = 10_000

/**
 * Takes in files that were started, one after another in the order in which they came, until stopped: then the rows in
 * hand are finished, and the rest is taken in when the program runs again.
 */
export function keepTakingFiles(store: Store, failed: (fault: unknown) => void): Kept {
  let goesOn = true
  const taking = keepDoing(
    async () => {
      for (const id of await transaction(store, dropsToTake)) {
        if (goesOn) await takeDrop(store, id, () => goesOn).catch(failed)
      }
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
