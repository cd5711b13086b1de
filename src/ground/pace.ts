import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from './clock.ts'

/** How long anybody is made to wait for a turn, milliseconds: longer, and a sender takes us for dead. */
const WAIT_MS_MAX = 5_000

/** Gives turns, each after the one before, so many a second to each of those who ask. */
export interface Pace {
  /** Settles when it is the turn of whoever asks; at once, where there is no limit or they have been slower than it. */
  turn(whose: string, perSecondMax: number | undefined): Promise<void>
}

/** A pace by a clock. Nobody's turn is held up by another's. */
export function keepPace(clock: Clock): Pace {
  /** When each may have the next turn. */
  const next = new Map<string, number>()
  return {
    async turn(whose, perSecondMax) {
      if (perSecondMax === undefined) return
      const now = clock.now().getTime()
      const due = Math.min(Math.max(next.get(whose) ?? now, now), now + WAIT_MS_MAX)
      next.set(whose, due + 1000 / perSecondMax)
      if (due > now) await wait(due - now)
    },
  }
}
