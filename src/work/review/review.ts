import type { Bilingual, Language } from '#ground/language/say.ts'
import { workingDaysBetween } from '#ground/working-days.ts'

/** Why a review is to be held: its time has come, somebody asked, something changed, it was moved, or the plan was opened again. */
export const REVIEW_CAUSES = ['set-time', 'asked', 'changed', 'moved', 'reopened'] as const
export type ReviewCause = (typeof REVIEW_CAUSES)[number]

/** What a review comes to, and nothing else. Source: SI 2015/1335 regulation 6. */
export const REVIEW_RESULTS = ['confirm', 'revise', 'close'] as const
export type ReviewResultKind = (typeof REVIEW_RESULTS)[number]

/** Of what class reviews are: the plan, of what the person contributes. Whoever reads the plan reads how it is reviewed. */
export const REVIEW_CLASS = 'plan'

/** The announcement's topic for pages about reviews; its id is the review's. */
export const REVIEW_TOPIC = 'plan-review'
/** The same for pages that show where a plan stands. */
export const STANDING_TOPIC = 'plan-standing'

/** The longest words of one field, characters. */
export const REVIEW_WORDS_MAX = 4000

/** How long before its day a review is spoken of as near, working days. */
export const SOON_WORKING_DAYS = 5
/** Within how many working days a review is held that somebody asks for. */
export const ASKED_WORKING_DAYS = 10
/** How late a review is when whoever answers for the organisation is told, working days. */
export const TOLD_WORKING_DAYS = 5
/** How far ahead a review may be arranged, days: no plan goes longer than a year without being looked at. */
export const AHEAD_DAYS_MAX = 366

/** One looking back at a plan, as it was arranged last, and what came of it. */
export interface Review {
  readonly id: string
  /** Whose plan it is now. */
  readonly personId: string
  /** Whose words the plan is: the organisation that stands for people themselves. */
  readonly contributorId: string
  /** Which of its plan's reviews it is, from 1. */
  readonly number: number
  readonly openedAt: Date
  readonly arrangement: Arrangement
  /** How often its day has been set, this time among them. */
  readonly timesArranged: number
  readonly result: ReviewResult | undefined
  readonly clock: ReviewClock
}

export interface Arrangement {
  readonly version: number
  readonly cause: ReviewCause
  /** ISO 8601 day. */
  readonly dueOn: string
  readonly responsibleId: string
  readonly responsible: string
  readonly organisationId: string
  readonly organisation: Bilingual
  readonly teamId: string | undefined
  readonly team: Bilingual | undefined
  /** Who is to be there, in the words of whoever arranged it. */
  readonly attending: string | undefined
  readonly words: string | undefined
  readonly language: Language | undefined
  readonly by: string
  readonly at: Date
}

/** What a review came to, with what the person says of it. */
export interface ReviewResult {
  readonly kind: ReviewResultKind
  readonly reasons: string
  readonly language: Language
  /** Of a plan to be revised: what is to change. */
  readonly changes: string | undefined
  /** Of a plan to be revised: the items that are to change, as far as the reader may see them. */
  readonly items: readonly ReviewedItem[]
  readonly closure: Closure | undefined
  readonly by: string
  readonly at: Date
  /** What the person, or whoever lawfully acts for them, said of it last. */
  readonly stance: ReviewStance | undefined
  readonly reopened: Reopening | undefined
}

export interface ReviewedItem {
  readonly id: string
  /** As it reads now. */
  readonly words: string
  readonly language: Language
}

/** What is said when a plan is closed. Source: SI 2015/1335 regulation 6: reasons, how far outcomes were achieved, how remaining need is met. */
export interface Closure {
  readonly needRemains: boolean
  /** Both where need remains, and only there. */
  readonly metHow: string | undefined
  readonly metBy: string | undefined
  /** Every outcome that the reader may see. */
  readonly achievements: readonly Achievement[]
}

export interface Achievement {
  readonly item: ReviewedItem
  /** How far it was achieved. */
  readonly words: string
  /** The person's own, 0 to 10; undefined when they gave none. */
  readonly score: number | undefined
}

export interface ReviewStance {
  readonly agrees: boolean
  readonly words: string | undefined
  readonly language: Language
  readonly by: string
  readonly at: Date
}

export interface Reopening {
  readonly reasons: string
  readonly language: Language
  readonly by: string
  readonly at: Date
}

/** How near a review is that waits: its time is far, near, or past. Days are working days, with the bank holidays of Wales. */
export type ReviewClock =
  | { readonly kind: 'ahead' | 'soon'; readonly workingDays: number }
  | { readonly kind: 'late'; readonly workingDays: number }
  | { readonly kind: 'held' }

/** How near a review that waits is on a day; both ISO 8601. Due on a Saturday, it is late on the next working day. */
export function clockOf(dueOn: string, today: string): ReviewClock {
  const late = workingDaysBetween(dueOn, today)
  if (late > 0) return { kind: 'late', workingDays: late }
  const workingDays = workingDaysBetween(today, dueOn)
  return { kind: workingDays <= SOON_WORKING_DAYS ? 'soon' : 'ahead', workingDays }
}

export type ReviewProblem =
  | 'planReview.notShown'
  | 'planReview.notYours'
  | 'planReview.nobodyToAnswer'
  | 'planReview.dayMissing'
  | 'planReview.dayPast'
  | 'planReview.dayTooFar'
  | 'planReview.responsibleMissing'
  | 'planReview.whyMissing'
  | 'planReview.wordsTooLong'
  | 'planReview.isClosed'
  | 'planReview.isNotClosed'
  | 'planReview.ended'
  | 'planReview.reasonsMissing'
  | 'planReview.changesMissing'
  | 'planReview.itemsMissing'
  | 'planReview.achievedMissing'
  | 'planReview.needMissing'
  | 'planReview.metMissing'
  | 'planReview.disagreeMissing'
