import type { Actor } from '#record/organisation/actor.ts'
import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import type { CapacityDecision, RepresentativeKind } from '#record/sharing/representative/office.ts'
import type { Action, DataClass, Purpose, RelationshipKind } from '#record/sharing/vocabulary.ts'

/** A moment in UTC, `2026-11-22T09:00:00.000Z`: the earlier of two is the smaller text. */
export type Moment = string
/** A day of a calendar, `2026-11-22`. */
export type Day = string

/** Everything a sharing decision may rest on, at one moment. What "is ended" has been ended by a row of its own. */
export interface World {
  readonly now: Moment
  readonly organisations: readonly { readonly id: string; readonly code: string; readonly partOf?: string }[]
  readonly teams: readonly { readonly id: string; readonly organisationId: string }[]
  readonly accounts: readonly string[]
  readonly posts: readonly Extract<Actor, { kind: 'worker' }>[]
  readonly persons: readonly { readonly id: string; readonly accountId?: string }[]
  readonly records: readonly {
    readonly id: string
    readonly organisationId: string
    readonly born?: Day
    readonly home?: string
  }[]
  /** A record and whom it is linked to. A person's own record has the person's id: linked to another, the two are one. */
  readonly links: readonly { readonly personId: string; readonly recordId: string; readonly isEnded: boolean }[]
  readonly ties: readonly Tie[]
  readonly agreements: readonly Agreement[]
  readonly wishes: readonly Wish[]
  readonly representatives: readonly Representative[]
  readonly findings: readonly Finding[]
  readonly emergencies: readonly Emergency[]
}

/** An account, a team or an organisation: exactly one of them, and for a pause none. */
export interface Named {
  readonly accountId?: string
  readonly teamId?: string
  readonly organisationId?: string
}

/** A tie to a person, or to whomever a source record is linked to. */
export interface Tie extends Named {
  readonly id: string
  readonly kind: RelationshipKind
  readonly personId?: string
  readonly recordId?: string
  readonly startedAt: Moment
  readonly endsAt?: Moment
  readonly isEnded: boolean
}

export interface Agreement {
  readonly hash: string
  readonly content: AgreementContent
  readonly signatures: readonly { readonly organisationCode: string; readonly hash: string }[]
  /** The last day, when a party has ended it early. */
  readonly lastDay?: Day
}

export interface Wish extends Named {
  readonly id: string
  readonly personId: string
  readonly kind: 'allow' | 'refuse' | 'pause'
  readonly classes: readonly DataClass[]
  /** For whom it was withdrawn. */
  readonly withdrawnFor: readonly string[]
  /** Of an objection: every other id that was the same person when it was made. */
  readonly repeated: readonly {
    readonly id: string
    readonly personId: string
    readonly withdrawnFor: readonly string[]
  }[]
}

export interface Representative {
  readonly id: string
  readonly personId: string
  readonly accountId: string
  readonly kind: RepresentativeKind
  readonly isEnded: boolean
}

export interface Finding {
  readonly personId: string
  readonly decision: CapacityDecision
  readonly hasCapacity: boolean
  readonly foundAt: Moment
  readonly reviewOn: Day
}

export interface Emergency {
  readonly id: string
  readonly personId: string
  readonly accountId: string
  readonly organisationId: string
  readonly classes: readonly DataClass[]
  readonly opensAt: Moment
  readonly closesAt: Moment
  readonly isClosed: boolean
}

/** May this actor do this with one class of what one contributor, by its code, holds of one person? */
export interface Question {
  readonly actor: Actor
  readonly purpose: Purpose
  readonly action: Action
  readonly contributor: string
  readonly dataClass: DataClass
  readonly personId: string
}

/** Something that opens what was asked for: what kind of thing, and its id (a clause: `hash clause`). */
export interface Reason {
  readonly kind: 'clause' | 'wish' | 'emergency' | 'own' | 'representative'
  readonly id: string
  readonly overrode: boolean
}
