import type { Told } from '#record/sharing/to-system.ts'

/** By what something leaves: a message over MLLP, a request over HTTPS, a mail. */
export type CarrierName = 'mllp' | 'https' | 'smtp'

/** What is to be sent. */
export interface NewOutgoing {
  readonly destinationId: string
  /** What it is known by at its destination: the same key is queued once, however often it is asked for. */
  readonly key: string
  /** What kind of thing it is, as a code that has words (`language/{en,cy}/outbox.ts`). */
  readonly kind: OutgoingKind
  /** As it leaves, byte by byte, however often it is tried. */
  readonly body: Uint8Array
  readonly contentType: string
  /** Of those with the same order at one destination none overtakes another. Left out: it may come whenever it comes. */
  readonly order?: string
  /** To whom, at a destination that has many: a mail address. */
  readonly recipient?: string
  /** Whom it tells of. Left out: it holds nothing about anybody. */
  readonly about?: OutgoingAbout
}

export type OutgoingKind = 'mail' | 'stay-message' | 'referral-answer' | 'subscription-notification'

/**
 * Whom something tells of, the record by which they are named in it, and what it tells. It is decided again whenever it is
 * sent, as for the job that its destination is registered for.
 */
export interface OutgoingAbout {
  readonly personId: string
  readonly sourceRecordId: string
  readonly released: readonly Told[]
  /** It answers what the receiver's organisation has asked itself: it tells that organisation's own data, which no clause need open. */
  readonly isAnswer?: true
}

/** The announcement's topic; its id is the destination's. */
export const OUTGOING_TOPIC = 'outgoing'

/** The same, where an officer wants it tried now: a destination that nobody answered at is not let alone any longer. */
export const SENT_AGAIN_TOPIC = 'outgoing-again'
