import type { Role } from '#record/organisation/role.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'

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

export type OutgoingKind = 'mail' | 'stay-message' | 'subscription-notification'

/** Whom something tells of, for which job it is told, and what it tells: it is decided again whenever it is sent. */
export interface OutgoingAbout {
  readonly sourceRecordId: string
  readonly role: Role
  readonly released: readonly { readonly contributorId: string; readonly dataClass: DataClass }[]
}

/** The announcement's topic; its id is the destination's. */
export const OUTGOING_TOPIC = 'outgoing'
