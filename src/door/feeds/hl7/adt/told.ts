import type { AdtEvent } from '#ground/hl7/adt-event.ts'
import type { Sender } from '#work/sender/sender.ts'

/** One event as a sender told it, and the message it came in. */
export interface Told {
  readonly sender: Sender
  readonly event: AdtEvent
  readonly messageId: string
}
