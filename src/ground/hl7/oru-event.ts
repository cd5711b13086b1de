import type { CodedWell, EntityId } from './coded.ts'
import type { PersonEvent } from './person-event.ts'
import type { ResultValue } from './result-value.ts'
import type { Moment } from './time.ts'

/** R01, R30 and R32: what was found. R30 and R32 are told at the bedside and differ in who made the order. */
export const ORU_TRIGGERS = ['R01', 'R30', 'R31', 'R32'] as const
export type OruTrigger = (typeof ORU_TRIGGERS)[number]

/** What a laboratory or another service found about somebody. Plain data, nothing decided. */
export interface OruEvent extends PersonEvent<OruTrigger> {
  /** At least one. */
  readonly reports: readonly SentReport[]
}

/** One OBR with what hangs on it: a test or a panel of tests, and its results. */
export interface SentReport {
  /** OBR-2 or ORC-2: the number of whoever asked. */
  readonly placerNumber?: EntityId
  /** OBR-3 or ORC-3: the number of whoever answers. */
  readonly fillerNumber?: EntityId
  /** OBR-4. */
  readonly service: CodedWell
  /** OBR-7: when it was taken or seen, or began to be. */
  readonly observedAt?: Moment
  /** OBR-8. */
  readonly observedUntil?: Moment
  /** OBR-22: when it was reported. */
  readonly reportedAt?: Moment
  /** OBR-24, HL7 table 0074. */
  readonly section?: string
  /** OBR-25, HL7 table 0123. */
  readonly status?: string
  /** NTE after the OBR. */
  readonly comments: readonly string[]
  readonly results: readonly SentResult[]
  readonly specimens: readonly SentSpecimen[]
}

/** One OBX, or several that are lines of one text. */
export interface SentResult {
  /** OBX-3. */
  readonly code: CodedWell
  /** OBX-4: which of several under one code. */
  readonly subId?: string
  /** OBX-5: `null` when it was taken away. */
  readonly value?: ResultValue | null
  /** OBX-6. */
  readonly units?: CodedWell
  /** OBX-7, as written. */
  readonly range?: string
  /** OBX-8, HL7 table 0078. */
  readonly flags: readonly string[]
  /** OBX-11, HL7 table 0085. */
  readonly status?: string
  /** OBX-14. */
  readonly observedAt?: Moment
  /** NTE after the OBX. */
  readonly comments: readonly string[]
}

/** SPM, or OBR-15 of older versions. */
export interface SentSpecimen {
  readonly number?: EntityId
  readonly type?: CodedWell
  readonly collectedAt?: Moment
  readonly receivedAt?: Moment
}
