import type { Bilingual, Language } from '#ground/language/say.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Failure } from '../decision/decide.ts'
import type { Doing } from '../doing.ts'
import type { DataClass, Purpose, RelationshipKind } from '../vocabulary.ts'
import type { EmergencyCategory } from './category.ts'

/** What another body's officer may find. */
export const REVIEW_OUTCOMES = ['justified', 'not-justified', 'change-agreement'] as const
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]

/** One emergency, as it is told afterwards. */
export interface Emergency {
  readonly id: string
  readonly accountId: string
  readonly organisationId: string
  /** What the worker's post is for, as the trail has it. */
  readonly purpose: Purpose
  readonly actorName: string
  readonly role: Role
  readonly organisation: Bilingual
  readonly category: EmergencyCategory
  readonly words: string
  readonly sensitiveWords: string | undefined
  readonly classes: readonly DataClass[]
  readonly isSensitive: boolean
  readonly openedAt: Date
  /** When it closed or will close: by itself, or before its time. */
  readonly closesAt: Date
  readonly looks: readonly EmergencyLook[]
  readonly lacks: readonly EmergencyLack[]
  /** By when another body's officer must say what they found. */
  readonly dueAt: Date
  /** Whose officers those are. */
  readonly reviewer: Bilingual
  readonly review: EmergencyReview | undefined
}

/** Something that was looked at and that nothing but the emergency opened. */
export interface EmergencyLook {
  readonly at: Date
  readonly doing: Doing
  readonly classes: readonly DataClass[]
}

/** What was missing for a class: see `lack.ts`. */
export interface EmergencyLack {
  readonly dataClass: DataClass
  readonly failed: readonly Failure[]
  readonly relationships: readonly RelationshipKind[]
}

export interface EmergencyReview {
  readonly outcome: ReviewOutcome
  readonly words: string
  readonly language: Language
  readonly by: string
  readonly at: Date
}
