import type { Bilingual, Language } from '#ground/language/say.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { CollectedFact } from './known/collected.ts'

/** The three records, which are never taken for one another. Source: domain.md 2.1, on section 19 of the Act. */
export const RECORD_KINDS = ['contact', 'what-matters', 'assessment'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** Of what class they are; the contributor is the organisation whose worker wrote them. */
export const ASSESSMENT_CLASS: DataClass = 'care-and-support'

/** The longest text of one field, characters. */
export const TEXT_LENGTH_MAX = 4000
/** The longest name of somebody, characters. */
export const NAME_LENGTH_MAX = 200

/** In which language something was held. */
export const HELD_IN = ['cy', 'en', 'both', 'other'] as const
export type HeldIn = (typeof HELD_IN)[number]

/** Where each is found below the person's address, with its id behind it. */
export const RECORD_PATHS = {
  contact: 'contacts',
  'what-matters': 'what-matters',
  assessment: 'assessments',
} as const satisfies Record<RecordKind, string>

/** What all three have in common. */
export interface Recorded {
  readonly id: string
  readonly by: string
  readonly organisation: Bilingual
  readonly contributorId: string
  readonly team: Bilingual | undefined
  /** In which language whoever wrote it wrote. */
  readonly language: Language
  readonly at: Date
  /** What the person and theirs say of it, oldest first. */
  readonly replies: readonly Reply[]
  readonly collected: readonly CollectedFact[]
}

/** What somebody says of what was written about them. */
export interface Reply {
  readonly agrees: boolean
  readonly words: string | undefined
  readonly by: string
  readonly at: Date
}

export type AssessmentProblem =
  | 'assessment.notShown'
  | 'assessment.notYours'
  | 'assessment.notYourJob'
  | 'assessment.textMissing'
  | 'assessment.textTooLong'
  | 'assessment.needsAssessment'
  | 'assessment.needNotSaid'
  | 'assessment.heldLater'
  | 'assessment.hasChanged'
  | 'assessment.hasEnded'
  | 'assessment.incomplete'
  | 'assessment.noDetermination'
  | 'assessment.refusalDoesNotHold'
  | 'assessment.whyMissing'
