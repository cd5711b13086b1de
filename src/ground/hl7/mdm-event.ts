import type { Attachment } from './attachment.ts'
import type { CodedWell, EntityId } from './coded.ts'
import type { PersonEvent } from './person-event.ts'
import type { Clinician } from './stated.ts'
import type { Moment } from './time.ts'

/** What becomes of a document, and whether it comes with the message. Source: HL7 v2.5.1 chapter 9.6. */
export const MDM_TRIGGERS = {
  T01: { does: 'new', brings: false },
  T02: { does: 'new', brings: true },
  T03: { does: 'status', brings: false },
  T04: { does: 'status', brings: false },
  T05: { does: 'adds', brings: false },
  T06: { does: 'adds', brings: true },
  T07: { does: 'edits', brings: false },
  T08: { does: 'edits', brings: true },
  T09: { does: 'replaces', brings: false },
  T10: { does: 'replaces', brings: true },
  T11: { does: 'cancels', brings: false },
} as const satisfies Readonly<Record<string, { readonly does: string; readonly brings: boolean }>>

export type MdmTrigger = keyof typeof MDM_TRIGGERS

/** A letter, a note or a report somebody wrote. Plain data, nothing decided. */
export interface MdmEvent extends PersonEvent<MdmTrigger> {
  readonly document: SentDocument
}

/** TXA, and the OBX that hold what was written. */
export interface SentDocument {
  /** TXA-12. */
  readonly number: EntityId
  /** TXA-13: the document that this one adds to or replaces. */
  readonly parent?: EntityId
  /** TXA-2. */
  readonly type?: CodedWell
  /** TXA-25. */
  readonly title?: string
  /** TXA-6, or else TXA-4: when it was written. */
  readonly writtenAt?: Moment
  /** TXA-9, or else TXA-5. */
  readonly author?: Clinician
  /** TXA-10. */
  readonly authenticator?: Clinician
  /** TXA-16. */
  readonly fileName?: string
  /** TXA-17, HL7 table 0271: whether it is finished. */
  readonly completion?: string
  /** TXA-18, HL7 table 0272. */
  readonly confidentiality?: string
  /** TXA-19, HL7 table 0273: whether it may be used. */
  readonly availability?: string
  /** What was written: all text as one, and each file. Empty when it did not come with the message. */
  readonly content: readonly Attachment[]
}
