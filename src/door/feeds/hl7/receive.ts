import type { Store } from '#ground/db/store.ts'
import { acksFor, nakForUnreadable } from '#ground/hl7/ack.ts'
import { readHeader } from '#ground/hl7/header.ts'
import { parseMessage } from '#ground/hl7/message.ts'
import { keepRefused, takeIn } from '../take-in.ts'
import { readingOf } from './read.ts'

/**
 * Takes in one frame and answers its acknowledgements, once all of it has committed. What cannot be applied is kept with
 * a reason and an owner, and acknowledged: it is safe with us. Throws only when nothing could be kept; then there is no
 * answer, and the sender sends again.
 */
export async function receiveFrame(store: Store, frame: Buffer, from: string): Promise<readonly Buffer[]> {
  const own = () => ({ controlId: store.chance.id(), at: store.clock.now() })
  const arrival = { channel: 'hl7', raw: frame, from } as const
  const parsed = parseMessage(frame)
  const header = parsed.ok ? readHeader(parsed.value) : parsed
  if (!parsed.ok || !header.ok) {
    const problem = parsed.ok ? (header.ok ? undefined : header.problem) : parsed.problem
    await keepRefused(store, arrival, problem!)
    return [nakForUnreadable(frame, own(), { problem: problem! })]
  }
  const { outcome } = await takeIn(store, arrival, readingOf(parsed.value, header.value))
  return acksFor(parsed.value, outcome === 'refused' ? 'rejected' : 'accepted', own)
}
