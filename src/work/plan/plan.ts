import type { Language } from '#ground/language/say.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'

/** What matters to the person, a goal of theirs, or what somebody has undertaken to do. */
export type ItemKind = 'matters' | 'goal' | 'action'

/** One item as it stands, with what others have said of it. */
export interface PlanItem {
  readonly id: string
  readonly kind: ItemKind
  /** The goal an action serves. */
  readonly partOf: string | undefined
  readonly ownerId: string
  /** The organisation that decides its words, by its code. */
  readonly ownerCode: string
  readonly dataClass: DataClass
  readonly version: number
  readonly words: string
  readonly language: Language
  /** ISO 8601 day. */
  readonly dueOn: string | undefined
  readonly helpedBy: string | undefined
  readonly writtenBy: string
  readonly writtenAt: Date
  readonly proposals: readonly Proposal[]
  readonly stances: readonly Stance[]
}

/** Other words that somebody offers, waiting for the owner's answer. */
export interface Proposal {
  readonly id: string
  /** The version it was offered against. Once another stands, it can no longer be accepted. */
  readonly version: number
  readonly words: string
  readonly language: Language
  readonly why: string | undefined
  readonly proposedBy: string
  readonly proposedById: string
  readonly proposedAt: Date
}

/** Somebody's last word on an item as it stands: agreement or disagreement. */
export interface Stance {
  readonly agrees: boolean
  readonly words: string | undefined
  readonly takenBy: string
  readonly takenById: string
  readonly takenAt: Date
}

export type PlanProblem =
  | 'plan.itemNotShown'
  | 'plan.itemHasChanged'
  | 'plan.wordsMissing'
  | 'plan.wordsTooLong'
  | 'plan.wordsSame'
  | 'plan.whyMissing'
  | 'plan.notYoursToAnswer'
  | 'plan.alreadyAnswered'

/** The longest words of one item, reason or answer, characters. Long enough for a page; short enough for a phone. */
export const WORDS_LENGTH_MAX = 4000
