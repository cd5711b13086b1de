import { type Store, transaction } from '#ground/db/store.ts'
import { type Kept, keepDoing } from '#ground/keep-doing.ts'
import type { Carriers } from '#work/outbox/carrier.ts'
import type { CarrierName } from '#work/outbox/outgoing.ts'
import { sendNext } from '#work/outbox/send-next.ts'
import { dueDestinations } from '#work/outbox/take.ts'

/** How often it is looked whether anything is due, milliseconds: what was to be tried again, or queued while nobody heard. */
const LOOK_MS = 2000
/** After how many tries in a row that nobody answered a destination is let alone until one of them is due again. */
const UNANSWERED_MAX = 2

/** Sending what is due. */
export interface Sending extends Kept {
  /** Looks at once, and lets this destination alone no longer. */
  again(destinationId: string): void
}

/**
 * Sends what is due until stopped: one thing at a time for each destination, and destinations beside one another, so
 * that one that hangs holds up nobody else's. Any number of processes may do so at once. `now()` looks at once; told to
 * stop, it begins nothing more and waits for what is in hand.
 */
export function keepSending(store: Store, carriers: Carriers, failed: (fault: unknown) => void): Sending {
  const lanes = new Map<string, Promise<void>>()
  const restsUntil = new Map<string, Date>()
  let stopped = false

  const looking = keepDoing(
    async () => {
      const names = Object.keys(carriers) as CarrierName[]
      const due = await transaction(store, tx => dueDestinations(tx, names))
      for (const id of due) if (!stopped && !lanes.has(id) && !rests(id)) lanes.set(id, lane(id))
    },
    LOOK_MS,
    failed,
  )

  function rests(id: string): boolean {
    const until = restsUntil.get(id)
    return until !== undefined && store.clock.now() < until
  }

  async function lane(id: string): Promise<void> {
    restsUntil.delete(id)
    try {
      let unanswered: Date[] = []
      while (!stopped && unanswered.length < UNANSWERED_MAX) {
        const tried = await sendNext(store, carriers, id)
        if (tried === undefined) return
        if (tried.result !== 'unknown') unanswered = []
        else if (tried.nextAt !== undefined) unanswered.push(tried.nextAt)
      }
      const [soonest] = unanswered.toSorted((one, other) => one.getTime() - other.getTime())
      if (soonest !== undefined) restsUntil.set(id, soonest)
    } catch (fault) {
      failed(fault)
    } finally {
      lanes.delete(id)
    }
  }

  return {
    now: () => looking.now(),
    again(destinationId) {
      restsUntil.delete(destinationId)
      looking.now()
    },
    async stop() {
      stopped = true
      await looking.stop()
      await Promise.all(lanes.values())
    },
  }
}
