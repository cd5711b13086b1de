import type { HeldIn, Recorded } from '../record.ts'

/** Whose needs are assessed: an adult's, a carer's for support, or a child's. Sections 19, 24 and 21 of the Act. */
export const SUBJECTS = ['adult', 'carer', 'child'] as const
export type Subject = (typeof SUBJECTS)[number]

/** The five elements that an assessment must have regard to. Source: Code of Practice, Part 3. */
export const ELEMENTS = ['circumstances', 'outcomes', 'barriers', 'risks', 'strengths'] as const
export type Element = (typeof ELEMENTS)[number]

/** The four conditions, all of which a need must meet. Source: Care and Support (Eligibility) (Wales) Regulations 2015. */
export const CONDITIONS = ['arises', 'well-being', 'not-otherwise', 'unlikely-without'] as const
export type Condition = (typeof CONDITIONS)[number]

/** What has been written in an assessment so far; empty where nothing has. */
export interface AssessmentContent extends Readonly<Record<Element, string>> {
  readonly language: 'en' | 'cy'
  readonly heldIn: HeldIn
  /** The lead assessment co-ordinator. */
  readonly coOrdinator: string
  /** What was considered of capacity for the decisions at hand. */
  readonly capacity: string
  /** The finding of capacity, for one decision, that it rests on. */
  readonly capacityFindingId: string | undefined
  /** The part of an advocate, or why there was none. */
  readonly advocate: string
}

/** Whether one need is eligible, condition by condition. */
export interface Determination {
  readonly id: string
  readonly need: string
  readonly language: 'en' | 'cy'
  readonly conditions: readonly { readonly condition: Condition; readonly isMet: boolean; readonly why: string }[]
  /** All four are met. */
  readonly isEligible: boolean
  readonly by: string
  readonly at: Date
}

/** An assessment as it stands. */
export interface Assessment extends Recorded {
  readonly subject: Subject
  /** ISO 8601 day by which it is to be completed. */
  readonly dueOn: string
  /** Neither ended nor in time. */
  readonly isLate: boolean
  /** Undefined until something is written in it. */
  readonly written: (AssessmentContent & { readonly by: string; readonly at: Date }) | undefined
  /** 0 until something is written in it. */
  readonly version: number
  readonly determinations: readonly Determination[]
  readonly end: AssessmentEnd | undefined
}

/** How an assessment ended. */
export interface AssessmentEnd {
  readonly how: 'completed' | 'refused'
  readonly agreed: 'agreed' | 'disagreed' | 'not-said'
  readonly words: string
  readonly by: string
  readonly at: Date
}

/**
 * How many working days an assessment may take. The Act gives adults no number; the Welsh performance measures count
 * assessments of children within 42 working days. Ours is sooner: nobody waits without knowing until when.
 */
export const ASSESSMENT_WORKING_DAYS = 30
