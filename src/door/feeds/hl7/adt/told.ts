import type { Sender } from '#door/feeds/senders.ts'
import type { AdtEvent } from '#ground/hl7/adt-event.ts'

/** One event as a sender told it, and the message it came in. */
export interface Told {
  readonly sender: Sender
  readonly event: AdtEvent
  readonly messageId: string
}
