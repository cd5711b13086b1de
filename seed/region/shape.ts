import type { Role } from '#record/organisation/role.ts'
import type { CapacityDecision, RepresentativeKind } from '#record/sharing/representative/office.ts'
import type { Acts } from '#record/sharing/representative/representatives-of.ts'
import type { DataClass, RelationshipKind } from '#record/sharing/vocabulary.ts'
import type { AboutMePart } from '#work/about-me/about-me.ts'
import type { FromWhom, NextStep, Way } from '#work/assessment/contact/contact.ts'
import type { KnownField } from '#work/assessment/known/fact.ts'
import type { Condition, Element, Subject } from '#work/assessment/statutory/assessment.ts'
import type { Details } from '#work/plan/details/details.ts'
import type { ItemKind } from '#work/plan/item-kind.ts'
import type { ActionState } from '#work/plan/plan.ts'

export interface Bilingual {
  readonly en: string
  readonly cy: string
}

export type OrganisationKind =
  | 'health-board'
  | 'hospital'
  | 'council'
  | 'housing-association'
  | 'care-provider'
  | 'charity'
  | 'partnership'
  | 'person'

export interface SeedOrganisation {
  /** Stable, short, lower case with dashes: it is also what agreements name. */
  readonly code: string
  readonly kind: OrganisationKind
  readonly name: Bilingual
  readonly partOf?: string
  /** Whom to call, the one to try first before others. */
  readonly phones?: readonly { readonly number: string; readonly when: Bilingual }[]
  readonly teams?: readonly { readonly code: string; readonly name: Bilingual }[]
}

export interface SeedPost {
  readonly organisation: string
  readonly team?: string
  readonly role: Role
  readonly title: Bilingual
}

export interface SeedAccount {
  /** Also the subject at the stand-in identity provider, and the name in its sign-in list. */
  readonly key: string
  readonly name: string
  readonly language: 'en' | 'cy'
  readonly posts?: readonly SeedPost[]
  /** Set for those offered on the demo's start page: why it is worth being them for a moment. */
  readonly offered?: { readonly place: number; readonly who: Bilingual; readonly why: Bilingual }
}

export interface SeedHome {
  readonly lines: readonly string[]
  readonly town: string
  readonly postcode: string
  readonly uprn: string
}

/** What one agency holds of the person, where it differs from how the person describes themselves. */
export interface SeedRecord {
  readonly organisation: string
  readonly localId: string
  /** Whether this agency holds the NHS number, and whether it was traced; or the one of before, traced as well. */
  readonly nhsNumber: 'verified' | 'unverified' | 'none' | 'superseded'
  readonly family?: string
  readonly given?: readonly string[]
  readonly born?: string
  readonly nhsNumberInstead?: string
}

export interface SeedTie {
  readonly kind: RelationshipKind
  /** Exactly one of the three. */
  readonly account?: string
  readonly team?: string
  readonly organisation?: string
  readonly source: string
}

export interface SeedWish {
  readonly kind: 'allow' | 'refuse'
  readonly account?: string
  readonly team?: string
  readonly organisation?: string
  readonly classes: readonly DataClass[]
  readonly words?: string
}

/** Somebody who may lawfully act for the person: the registered power or order. */
export interface SeedRepresentative {
  readonly account: string
  readonly kind: RepresentativeKind
  readonly acts: Acts
  readonly reference: string
  readonly registeredOn: string
}

/** Whether the person could make one decision, as a worker of the region found on the day the region begins. */
export interface SeedFinding {
  readonly decision: CapacityDecision
  readonly hasCapacity: boolean
  readonly evidence: string
  readonly foundBy: string
  readonly reviewInDays: number
}

export interface SeedPlanItem {
  readonly kind: ItemKind
  readonly words: string
  readonly language: 'en' | 'cy'
  /** Organisation code; the person ("person") for what matters and for goals. */
  readonly owner: string
  readonly dataClass: DataClass
  /** Position in the person's list of the goal that an action serves. */
  readonly goal?: number
  readonly dueInDays?: number
  readonly helpedBy?: string
  readonly details?: Details
  /** How far it has come, as its owner said; for what somebody does. */
  readonly said?: SeedState
}

export interface SeedState {
  readonly state: ActionState['state']
  readonly words?: string
  /** The name of the hand. */
  readonly by: string
  readonly daysAgo: number
}

/** One part of About me, as the person wrote it or had it written down. */
export interface SeedAboutMe {
  readonly part: AboutMePart
  readonly words: string
  readonly language: 'en' | 'cy'
  readonly helpedBy?: string
  /** What the picture of hens shows, where it stands beside the words. */
  readonly hens?: string
}

/** Whose hand wrote a record about somebody, and how many days before the region began. */
export interface SeedWritten {
  readonly key: string
  readonly by: string
  readonly daysAgo: number
  readonly language: 'en' | 'cy'
  /** What the council knew already, and was gone through together. */
  readonly confirmed?: readonly KnownField[]
}

export interface SeedContact extends SeedWritten {
  readonly fromWhom: FromWhom
  readonly fromName?: string
  readonly way: Way
  readonly about: string
  readonly nextStep: NextStep
  readonly whatNext: string
  /** The key of the assessment that began with it: a need appeared. */
  readonly assessment?: string
}

export interface SeedWhatMatters extends SeedWritten {
  readonly tookPart: string
  readonly words: string
  readonly wordsLanguage: 'en' | 'cy'
  readonly cameOfIt: string
  readonly assessment?: string
}

export interface SeedAssessment extends SeedWritten {
  readonly subject: Subject
  readonly elements?: Readonly<Record<Element, string>>
  readonly capacity?: string
  readonly advocate?: string
  readonly determinations?: readonly {
    readonly need: string
    readonly conditions: Readonly<Record<Condition, readonly [isMet: boolean, why: string]>>
  }[]
  /** How it ended, and how many days before the region began; open where it is left out. */
  readonly end?: { readonly daysAgo: number; readonly words: string; readonly agreed: 'agreed' | 'disagreed' }
}

/** What a council wrote about somebody who got in touch: the three records. */
export interface SeedRecords {
  readonly contacts?: readonly SeedContact[]
  readonly talks?: readonly SeedWhatMatters[]
  readonly assessments?: readonly SeedAssessment[]
}

export interface SeedPerson {
  readonly key: string
  readonly family: string
  readonly given: readonly string[]
  readonly knownAs: string
  readonly title?: string
  readonly born: string
  readonly died?: string
  readonly sex: 'female' | 'male' | 'other' | 'unknown'
  readonly nhsNumber?: string
  /** The number that `nhsNumber` took the place of. */
  readonly supersededNumber?: string
  readonly language: 'en' | 'cy'
  readonly home: SeedHome
  readonly phone?: string
  /** One or two sentences: who this is and why the region needs them. Shown nowhere; read by whoever writes a test. */
  readonly story: string
  readonly account?: string
  readonly records: readonly SeedRecord[]
  readonly ties: readonly SeedTie[]
  readonly wishes?: readonly SeedWish[]
  readonly representatives?: readonly SeedRepresentative[]
  readonly findings?: readonly SeedFinding[]
  readonly aboutMe?: readonly SeedAboutMe[]
  readonly assessed?: SeedRecords
  readonly plan?: readonly SeedPlanItem[]
}
