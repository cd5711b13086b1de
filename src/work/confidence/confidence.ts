import type { Language } from '#ground/language/say.ts'
import type { Access, Grant } from '#record/sharing/access.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'

/** The class of what somebody says as a carer: never meant by a branch, and never open to the one they look after. */
export const CARERS_CLASS = 'carers-own'

/** The announcement's topic; its id is that of what was said, or of what was opened. */
export const CONFIDENCE_TOPIC = 'confidence'

/** The longest that may be said at once, characters. */
export const CONFIDENCE_LENGTH_MAX = 4000

/** One thing said in confidence, or the answer to it. */
export interface Said {
  readonly id: string
  readonly words: string
  readonly language: Language
  readonly saidBy: string
  readonly saidByName: string
  readonly saidAt: Date
  /** When the other of the two first opened it; undefined until then. */
  readonly readAt: Date | undefined
}

/** Everything said between a carer and one worker of theirs, from the first word. */
export interface Thread {
  /** The worker. */
  readonly accountId: string
  readonly name: string
  readonly said: readonly Said[]
}

export type ConfidenceProblem =
  | 'confidence.notYours'
  | 'confidence.nobodyToTell'
  | 'confidence.wordsMissing'
  | 'confidence.wordsTooLong'

/** The grant that opens what the person says as a carer, when this access has it. */
export function carersGrant({ grants }: Access): Grant | undefined {
  return grants.find(({ contributor, dataClass }) => contributor === THE_PERSON && dataClass === CARERS_CLASS)
}

/** Whether the access is somebody's to their own record. */
export function isCarers(access: Access): boolean {
  return carersGrant(access)?.because.kind === 'own'
}
