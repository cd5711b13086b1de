import type { CodedWell, EntityId } from './coded.ts'
import type { PersonEvent } from './person-event.ts'
import type { Moment } from './time.ts'

/** What becomes of a referral: made, changed, cancelled. The answer to one (RRI) is another message. */
export const REF_TRIGGERS = ['I12', 'I13', 'I14'] as const
export type RefTrigger = (typeof REF_TRIGGERS)[number]

/** Somebody is asked to help somebody. Plain data, nothing decided. */
export interface RefEvent extends PersonEvent<RefTrigger> {
  readonly referral: SentReferral
}

/** RF1, and who asks whom. */
export interface SentReferral {
  /** RF1-6, or the first of RF1-11. */
  readonly number: EntityId
  /** RF1-1, HL7 table 0283. */
  readonly status?: string
  /** RF1-2, HL7 table 0280. */
  readonly priority?: string
  /** RF1-3: what kind of help. */
  readonly type?: CodedWell
  /** RF1-7: from when, which is when it was made. */
  readonly madeAt?: Moment
  /** RF1-10. */
  readonly reasons: readonly CodedWell[]
  /** DG1-3. */
  readonly diagnoses: readonly CodedWell[]
  /** PR1-3, or OBR-4: what is asked for. */
  readonly asked?: CodedWell
  /** PRD of the role RP. */
  readonly from?: Party
  /** PRD of the role RT. */
  readonly to?: Party
  /** NTE. */
  readonly comments: readonly string[]
}

/** Whoever asks or is asked: a person, a team, or a body. */
export interface Party {
  /** PRD-7, or the identifier in PRD-2's place. */
  readonly code?: string
  readonly name?: string
}
