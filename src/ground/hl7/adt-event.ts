import type { NhsNumber } from '#ground/nhs-number.ts'
import type { SentAllergy } from './allergies.ts'
import type { Clinician, Coded, Stated, VisitKind } from './stated.ts'
import type { Moment } from './time.ts'
import type { AdtTrigger } from './trigger.ts'

/** One event in a person's care, as one hospital system told it. Plain data, nothing decided. */
export interface AdtEvent {
  readonly trigger: AdtTrigger
  /** MSH-10. With the sender it names the message. */
  readonly messageControlId: string
  readonly sendingApplication?: string
  readonly sendingFacility?: string
  /** MSH-11: `P` production, `T` training, `D` debugging. */
  readonly processing?: string
  /**
   * When it happened (EVN-6), or else was recorded (EVN-2), or else was sent (MSH-7). An event that takes another back
   * happened when it was recorded: its EVN-6 is the time of the other. Source: HL7 v2.5.1 chapter 3.4.1.6.
   */
  readonly eventAt: Moment
  /** When it was said: recorded (EVN-2), or else sent (MSH-7), or else when it happened (EVN-6). */
  readonly saidAt: Moment
  /** EVN-3, of what is only planned: a pending admission, transfer or discharge. */
  readonly plannedAt?: Moment
  readonly person: AdtPerson
  readonly visit?: Visit
  readonly merge?: Merge
  /** Where a merge of people tells of several (A34, A40, A43), those after the first, each with whom it is in favour of. */
  readonly otherMerges?: readonly { readonly person: AdtPerson; readonly merge: Merge }[]
  /** Of A60: what the person is allergic to. */
  readonly allergies?: readonly SentAllergy[]
  /** The other of the two people that a pair's trigger (A24, A37) or a swap (A17) speaks of: the second PID. */
  readonly other?: AdtPerson
  /** Of a swap, where the other person is now. */
  readonly otherVisit?: Visit
  /** What was sent but could not be read, and so is in none of the other properties. */
  readonly unread: readonly UnreadField[]
}

export interface UnreadField {
  /** As people name it: `PID-7`. */
  readonly field: string
  readonly text: string
}

/** A person as the sender knows them. Lists replace what was held, as HL7 has it: a repeating field is sent whole. */
export interface AdtPerson {
  /** Without the NHS number. Not empty unless `nhsNumber` is there. */
  readonly localIds: readonly LocalId[]
  readonly nhsNumber?: Stated<SentNhsNumber>
  /**
   * What stood where the NHS number belongs and cannot be one; or two different ones, joined by `~`, of which neither
   * is kept.
   */
  readonly nhsNumberRejected?: string
  /** PID-4: numbers by which others know the person, or the sender did before. */
  readonly otherIds?: readonly LocalId[]
  readonly names?: Stated<readonly PersonName[]>
  /** PID-9: by what other names the person has been known. */
  readonly aliases?: Stated<readonly PersonName[]>
  /** `1984`, `1984-01` or `1984-01-10`. */
  readonly birthDate?: Stated<string>
  /** PID-8: the administrative sex. What somebody says of their gender stands in no field of PID. */
  readonly sex?: Stated<'male' | 'female' | 'other' | 'unknown'>
  readonly addresses?: Stated<readonly Address[]>
  readonly phones?: Stated<readonly Phone[]>
  readonly emails?: readonly string[]
  readonly language?: Stated<Coded>
  readonly deceased?: Stated<boolean>
  readonly deceasedAt?: Stated<Moment>
  readonly gpPractice?: Stated<{ readonly code?: string; readonly name?: string }>
  /** PID-24 and PID-25: whether one of twins or more, and which of them by order of birth. */
  readonly multipleBirth?: Stated<boolean | number>
  /** The sender has deleted its record of the person (A29), or writes of them again. */
  readonly isWithdrawn?: boolean
  /** PD1-12: the sender protects what it holds of this person from being told. */
  readonly isProtected?: Stated<boolean>
}

export interface LocalId {
  readonly value: string
  /** CX.4: who gave it. */
  readonly authority?: string
  /** CX.5, such as `MR` or `PI`. */
  readonly type?: string
}

export interface SentNhsNumber {
  readonly number: NhsNumber
  /** The sender says it was traced and is this person's. Never concluded from the number alone. */
  readonly verified: boolean
  /** The status beside a number that is not verified, such as `03`, trace required. */
  readonly status?: string
}

export interface PersonName {
  readonly family?: string
  /** Given names in the order they are written; several in one component stay one text. */
  readonly given: readonly string[]
  readonly prefix?: string
  readonly suffix?: string
  /** HL7 table 0200, or the sender's own: `L` legal, `D` display, `M` maiden ... */
  readonly use?: string
  readonly period?: SentPeriod
}

/** From and until which day, each as exact as it was written. */
export interface SentPeriod {
  readonly start?: string
  readonly end?: string
}

export type AddressKind = 'home' | 'temporary' | 'mailing' | 'work' | 'birth' | 'bad' | 'other'

export interface Address {
  readonly lines: readonly string[]
  readonly town?: string
  readonly county?: string
  readonly postcode?: string
  readonly country?: string
  /** Unique Property Reference Number: digits, as sent. */
  readonly uprn?: string
  readonly period?: SentPeriod
  /** `bad` is an address known to be wrong. */
  readonly kind?: AddressKind
}

export interface Phone {
  /** As sent, spaces and all. */
  readonly number: string
  readonly use?: 'home' | 'work' | 'mobile' | 'other'
}

/** One stay or attendance. */
export interface Visit {
  readonly number?: Stated<string>
  /** `other` when neither HL7 table 0004 nor the sender's map knows the code. */
  readonly class?: Stated<{ readonly kind: VisitKind; readonly code: string }>
  readonly location?: Stated<Location>
  readonly previousLocation?: Stated<Location>
  /** PV1-42: where they are to be moved. */
  readonly pendingLocation?: Stated<Location>
  /** PV1-11: where they are for an hour, as for an X-ray. */
  readonly temporaryLocation?: Stated<Location>
  /** PV1-7, or PV1-9 from senders that put the responsible consultant there. */
  readonly consultant?: Stated<Clinician>
  readonly admittedAt?: Stated<Moment>
  readonly dischargedAt?: Stated<Moment>
  /** PV2-9, a date. */
  readonly expectedDischargeOn?: Stated<string>
  /** PV2-3, or the first diagnosis (DG1) when PV2-3 says nothing. */
  readonly reason?: Stated<Coded>
  /** PV1-10. */
  readonly specialty?: Stated<Coded>
}

export interface Location {
  readonly ward?: string
  readonly room?: string
  readonly bed?: string
  readonly site?: string
  /** From the sender's map. */
  readonly siteName?: string
}

/** The identifiers that were given up in favour of those in `person` and `visit`. */
export interface Merge {
  readonly ids: readonly LocalId[]
  readonly nhsNumber?: SentNhsNumber
  readonly accountNumber?: string
  readonly visitNumber?: string
}
