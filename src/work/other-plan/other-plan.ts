import type { Bilingual } from '#ground/language/say.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'

/** Somebody else's care plan, as it is kept: one file, byte for byte. */
export interface OtherPlan {
  readonly id: string
  /** What its file is called. */
  readonly fileName: string
  readonly broughtAt: Date
  readonly broughtBy: string | undefined
  /** The organisation that brought it; undefined for what a person brought for themselves. */
  readonly contributor: Bilingual | undefined
}

/** The largest file that is taken, bytes: some hold everything a hospital knows of a person. */
export const OTHER_PLAN_BYTES_MAX = 4 * 1024 * 1024

/** Under which key a plan of this kind is kept: the same file of the same contributor is kept once. */
export const OTHER_PLAN_KEY = 'other-plan/'

/** How private a worker may say that a plan is which they bring. */
export const BROUGHT_CLASSES = [
  'care-and-support',
  'hospital-care',
  'clinical-summary',
  'mental-health',
  'housing-and-tenancy',
] as const satisfies readonly DataClass[]

export type OtherPlanProblem = 'otherPlan.notYours' | 'otherPlan.noRecord'

/** What of somebody else's plan may be taken over, and as what kind of item. */
export const TAKEN_AS = { needs: 'need', goals: 'goal', activities: 'action' } as const
export type TakenPart = keyof typeof TAKEN_AS
