import type { Language } from '#ground/language/say.ts'
import type { RepresentativeKind } from '#record/sharing/representative/office.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { Details } from './details/details.ts'
import type { ItemKind } from './item-kind.ts'

/** One item as it stands, with what others have said of it. */
export interface PlanItem {
  readonly id: string
  readonly kind: ItemKind
  /** The goal that an action serves; the need that a goal meets. */
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
  /** What is known besides its words and its day, by kind: see `details/`. */
  readonly details: Details
  readonly writtenBy: string
  readonly writtenById: string | undefined
  /** The office by which it was written in the person's stead. */
  readonly writtenAs?: RepresentativeKind | undefined
  readonly writtenAt: Date
  readonly proposals: readonly Proposal[]
  readonly stances: readonly Stance[]
  /** How far what somebody does has come, by what its owner said last. */
  readonly state: ActionState | undefined
  /** Of a goal: how the person felt about it, oldest first. The first is the baseline. */
  readonly scores: readonly Score[]
  /** Set when the version that stands is wrong, or about another person. */
  readonly struck: Struck | undefined
  /** Set when somebody else put it to the person, who has not said yes: it is no part of the plan. */
  readonly offer: Offer | undefined
}

/** Whether an item is part of the plan: not offered only, and not about somebody else. */
export function isInPlan(item: PlanItem): boolean {
  return item.offer === undefined && item.struck?.because !== 'wrong-person'
}

/** Whether an item is what matters to the person as they say it now: nothing that others have only offered, or that is wrong. */
export function isOwnWords(item: PlanItem): boolean {
  return item.kind === 'matters' && item.struck === undefined && isInPlan(item)
}

/** Other words that somebody offers, waiting for the owner's answer. */
export interface Proposal {
  readonly id: string
  /** The version it was offered against. */
  readonly version: number
  readonly words: string
  readonly language: Language
  /** The day and the details that are offered; what stands at the version, where only words are. ISO 8601 day. */
  readonly dueOn: string | undefined
  readonly details: Details
  /** Whether it can still be accepted: what it changes has not been changed otherwise meanwhile. */
  readonly fits: boolean
  /** Whether it is another wording, written at the same time as the one that stands by somebody who had not read it. */
  readonly isBeside: boolean
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

/** How far something that somebody does has come. */
export const ACTION_STATES = ['asked', 'taken-on', 'begun', 'done', 'stuck', 'will-not-be-done'] as const

/** What the owner of an action said of it at one time. Stuck and not done have words. */
export interface ActionState {
  readonly state: (typeof ACTION_STATES)[number]
  readonly words: string | undefined
  readonly saidBy: string
  readonly saidAt: Date
}

/** How the person felt about a goal at one time. */
export interface Score {
  /** 0 to 10. */
  readonly score: number
  readonly words: string | undefined
  readonly saidBy: string
  readonly saidAt: Date
}

/** Why a version is struck through: its words were wrong, or they are about another person (a misfile). */
export const STRUCK_BECAUSE = ['wrong', 'wrong-person'] as const

/** That a version is struck through, and by whom. */
export interface Struck {
  readonly because: (typeof STRUCK_BECAUSE)[number]
  readonly why: string
  readonly struckBy: string
  readonly struckAt: Date
}

/** An item that somebody puts to the person. */
export interface Offer {
  readonly why: string | undefined
  readonly offeredBy: string
  readonly offeredById: string
  readonly offeredAt: Date
  /** Set when the person has said no. */
  readonly declined: { readonly words: string | undefined; readonly by: string; readonly at: Date } | undefined
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
  | 'plan.detailsNotUnderstood'
  | 'plan.locked'
  | 'plan.notYoursToAdd'
  | 'plan.notYoursToStrike'
  | 'plan.notYoursToSay'
  | 'plan.notInPlan'
  | 'plan.strikeWhyMissing'
  | 'plan.stateWhyMissing'

/** The longest words of one item, reason or answer, characters. Long enough for a page; short enough for a phone. */
export const WORDS_LENGTH_MAX = 4000

/** For how long whoever wrote something may put it right, milliseconds: four hours. After that it is locked. */
export const PUT_RIGHT_MS = 4 * 60 * 60_000
