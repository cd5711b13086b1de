import type { Recorded } from '../record.ts'

/** Who got in touch. */
export const FROM_WHOM = ['person', 'family', 'professional', 'somebody-else'] as const
export type FromWhom = (typeof FROM_WHOM)[number]

/** How they did. */
export const WAYS = ['telephone', 'in-person', 'online', 'letter'] as const
export type Way = (typeof WAYS)[number]

/** What comes next. Where a need appears it is an assessment, and nothing else. */
export const NEXT_STEPS = ['information', 'conversation', 'another-service', 'assessment'] as const
export type NextStep = (typeof NEXT_STEPS)[number]

/** Somebody got in touch about a person. */
export interface Contact extends Recorded {
  readonly fromWhom: FromWhom
  readonly fromName: string | undefined
  readonly way: Way
  readonly about: string
  readonly needAppears: boolean
  readonly nextStep: NextStep
  readonly whatNext: string
  /** The assessment that began with it. */
  readonly assessmentId: string | undefined
}
