import { setTimeout as wait } from 'node:timers/promises'
import type { Acknowledged, Senders } from './senders.ts'

/** Nothing acknowledged for so long: it does not come back. */
export const SILENCE_MS_MAX = 90_000

/** All that any of them was told is safe. */
export function acknowledgedBy(sending: readonly Pick<Senders, 'acknowledged'>[]): Acknowledged[] {
  return sending.flatMap(({ acknowledged }) => acknowledged)
}

/**
 * Waits until so much more was acknowledged, for as long as anything is: a machine that others keep busy is slow, and
 * only silence says that it does not come back. Throws then.
 */
export async function acknowledgedAnew(
  sending: readonly Pick<Senders, 'acknowledged' | 'resent'>[],
  many: number,
  silenceMsMax = SILENCE_MS_MAX,
): Promise<void> {
  const wanted = countOf(sending) + many
  for (let [last, at] = [countOf(sending), performance.now()]; last < wanted; await wait(2)) {
    const count = countOf(sending)
    if (count > last) [last, at] = [count, performance.now()]
    if (performance.now() > at + silenceMsMax) {
      const each = sending.map(({ acknowledged, resent }) => `${acknowledged.length} and ${resent} sent again`)
      throw new Error(`messages are not acknowledged any more; by each way in: ${each.join(', ')}`)
    }
  }
}

function countOf(sending: readonly Pick<Senders, 'acknowledged'>[]): number {
  return sending.reduce((count, { acknowledged }) => count + acknowledged.length, 0)
}
