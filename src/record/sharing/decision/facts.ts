import type { Actor } from '#record/organisation/actor.ts'
import type { AgreementContent } from '../agreement/agreement.ts'
import type { Rule } from '../agreement/compile.ts'
import type { CapacityDecision, RepresentativeKind } from '../representative/office.ts'
import type { Action, DataClass, Purpose, RelationshipKind } from '../vocabulary.ts'

/** An agreement, ready to be asked, and which of its parties have signed this very content. */
export interface SignedAgreement {
  readonly hash: string
  readonly content: AgreementContent
  readonly rules: readonly Rule[]
  readonly signedBy: ReadonlySet<string>
  /** The last day on which it opened anything, when it was ended before its time. ISO 8601. */
  readonly endedOn: string | undefined
}

/** What holds at one moment between one actor and one person: all that a decision may rest on. */
export interface Facts {
  /** The day in the region, ISO 8601. Agreements begin and end by days. */
  readonly today: string
  /** Minutes after midnight in the region. */
  readonly minute: number
  readonly agreements: readonly SignedAgreement[]
  readonly isThePerson: boolean
  readonly ties: readonly AppliedTie[]
  readonly wishes: readonly AppliedWish[]
  readonly representations: readonly AppliedRepresentation[]
  /** The decisions for which the person has been found to lack capacity, by a finding that is not due for review. */
  readonly lacksCapacityFor: ReadonlySet<CapacityDecision>
  /** The decisions that the person has been found able to make, by a finding that is not due for review. */
  readonly ableFor: ReadonlySet<CapacityDecision>
  readonly emergencies: readonly AppliedEmergency[]
  /** Every birth date that some agency holds of the person. They may differ. */
  readonly birthDates: readonly string[]
  readonly isInHospital: boolean
  /** Whether the actor, by a record of their own, lives with the person now, or is the person. */
  readonly livesWithThem: boolean
}

/** A tie of the actor, their team or their organisation to the person, that holds. */
export interface AppliedTie {
  readonly kind: RelationshipKind
  /** Whole days since the day it began. */
  readonly days: number
}

/** A wish that stands and concerns this actor: it names them, their team or their organisation, or pauses everybody. */
export interface AppliedWish {
  readonly id: string
  readonly kind: 'allow' | 'refuse' | 'pause'
  /** Empty for a pause, which is about everything. */
  readonly dataClasses: readonly DataClass[]
}

/** An authority of this citizen to act for the person, that has not ended. */
export interface AppliedRepresentation {
  readonly id: string
  readonly kind: RepresentativeKind
  /** Whether it is held with others, and only all of them together decide by it. */
  readonly actsJointly?: boolean
}

/** An emergency that this worker has open for the person, in the employment they act in. */
export interface AppliedEmergency {
  readonly id: string
  readonly dataClasses: readonly DataClass[]
}

/** May this actor, for this purpose, read or add to this class of what this contributor holds of the person? */
export interface Request {
  readonly actor: Actor
  readonly purpose: Purpose
  readonly action: Action
  /** Organisation code. */
  readonly contributor: string
  readonly dataClass: DataClass
}

/** What holds of a person between whom and the actor nothing holds. */
export const NOTHING_HELD: Omit<Facts, 'today' | 'minute' | 'agreements'> = {
  isThePerson: false,
  ties: [],
  wishes: [],
  representations: [],
  lacksCapacityFor: new Set(),
  ableFor: new Set(),
  emergencies: [],
  birthDates: [],
  isInHospital: false,
  livesWithThem: false,
}
