import type { Sender } from '#work/sender/sender.ts'

/** One event as a sender told it, and the message it came in. */
export interface Told<Event> {
  readonly sender: Sender
  readonly event: Event
  readonly messageId: string
}
