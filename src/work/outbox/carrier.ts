import type { CarrierName } from './outgoing.ts'

/** One thing on its way: the same bytes under the same id however often it is tried, so that the receiver can tell a repeat. */
export interface Parcel {
  readonly id: string
  readonly destination: {
    readonly id: string
    readonly address: string
    readonly settings: Readonly<Record<string, unknown>>
  }
  readonly recipient: string | undefined
  readonly contentType: string
  readonly body: Buffer
}

/** What came back of one try. */
export interface Answer {
  /**
   * `accepted`: it is safe with the receiver. `error`: the receiver says that something in it is wrong, which may pass.
   * `rejected`: it will never be taken. `unknown`: nobody said anything that counts, and it may or may not have arrived.
   */
  readonly result: 'accepted' | 'error' | 'rejected' | 'unknown'
  /** MSA-1, an HTTP status, an SMTP reply, or a code of our own that has words. */
  readonly code: string
  /** What the receiver said beside it, as it came; may be empty. */
  readonly said: string
  /** All that came back, as far as it is kept. */
  readonly cameBack?: Uint8Array
}

/** How long one try may last, seconds, from the first byte to the answer. A carrier holds to it. */
export const TRY_SECONDS_MAX = 20

/** Takes one thing to its destination and waits for the answer, TRY_SECONDS_MAX at the longest. Never throws for what the other side does. */
export type Carrier = (parcel: Parcel) => Promise<Answer>

/** The carriers there are. Without the one it needs, what is queued waits. */
export type Carriers = Readonly<Partial<Record<CarrierName, Carrier>>>
