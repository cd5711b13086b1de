import type { Bilingual, Language } from '#ground/language/say.ts'
import type { Role } from '#record/organisation/role.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { Urgency } from './clock.ts'

/** What an entry of a conversation is: something said, a question, the answer to one, or what was decided. */
export const ENTRY_KINDS = ['word', 'question', 'answer', 'decision'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/**
 * The parts a conversation has, each read by whoever may read that class: what the person is part of, what is done for
 * them, and their home. What a carer says of themselves has no part in it, nor has anything that the person may not read.
 */
export const CONVERSATION_CLASSES = ['care-and-support', 'plan', 'housing-and-tenancy'] as const
export type ConversationClass = (typeof CONVERSATION_CLASSES)[number] & DataClass

/** As what somebody writes: in a job, as the person themselves, or as somebody they chose. */
export type WrittenAs = Role | 'person' | 'chosen'

/** The longest words of one entry, characters. */
export const ENTRY_LENGTH_MAX = 4000
/** The longest reason for passing on or striking through, characters. */
export const WHY_LENGTH_MAX = 1000

/** The announcement's topic; its id is the entry's, and of an answer that of its question. */
export const CONVERSATION_TOPIC = 'conversation'

/** One entry as one reader is shown it. */
export interface Entry {
  readonly id: string
  /** Rises with every entry of a conversation. */
  readonly number: number
  /** Whoever it is about now. */
  readonly personId: string
  readonly kind: EntryKind
  /** Empty where it was misfiled: what is about somebody else is shown to nobody. */
  readonly words: string
  readonly language: Language
  readonly contributorId: string
  readonly contributor: Bilingual
  readonly dataClass: ConversationClass
  readonly writtenBy: string
  readonly writtenByName: string
  readonly writtenAs: WrittenAs
  readonly writtenAt: Date
  /** By which the photograph of whoever wrote it is found, where they wrote it at work and gave one. */
  readonly photographId: string | undefined
  readonly mentions: readonly Mentioned[]
  readonly struck: Struck | undefined
  /** Of a question. */
  readonly question: Question | undefined
  /** Of a question, in the order they came, as far as they are open to the reader. */
  readonly answers: readonly Entry[]
  /** Of an answer. */
  readonly questionId: string | undefined
  /** Of a decision: the action it became. */
  readonly decision: Decision | undefined
  /** The item of the plan that it is about, where that is open to the reader. */
  readonly about: AboutItem | undefined
}

/** An item of the plan, in the words it has now. */
export interface AboutItem {
  readonly itemId: string
  readonly words: string
  readonly language: Language
}

export interface Mentioned {
  readonly accountId: string
  readonly name: string
}

export interface Struck {
  readonly isMisfiled: boolean
  readonly why: string
  readonly by: string
  readonly at: Date
}

/** Whose it is to answer, and by when. */
export interface Question {
  readonly urgency: Urgency
  readonly answerBy: Date
  readonly isOpen: boolean
  /** Open, and its time is up. Nobody who acts as themselves is ever late. */
  readonly isLate: boolean
  readonly owner: Owner
  /** How often it was passed on. */
  readonly passedOn: number
  /** Why it was passed on the last time. */
  readonly passedWhy: string | undefined
}

/** One person, or anybody of a team. */
export interface Owner {
  readonly accountId: string | undefined
  /** The name of the person. */
  readonly name: string | undefined
  readonly teamId: string | undefined
  readonly team: Bilingual | undefined
  readonly organisation: Bilingual | undefined
}

export interface Decision {
  readonly itemId: string
  readonly owner: Bilingual
  readonly ownerCode: string
  /** ISO 8601 day. */
  readonly dueOn: string | undefined
}

export type ConversationProblem =
  | 'conversation.notShown'
  | 'conversation.notForYou'
  | 'conversation.aboutNotShown'
  | 'conversation.wordsMissing'
  | 'conversation.wordsTooLong'
  | 'conversation.ownerMissing'
  | 'conversation.ownerMayNotRead'
  | 'conversation.mentionMayNotRead'
  | 'conversation.decisionOwnerMissing'
  | 'conversation.decisionNotForThem'
  | 'conversation.dueMissing'
  | 'conversation.dueBefore'
  | 'conversation.notYoursToAnswer'
  | 'conversation.answered'
  | 'conversation.notYoursToPassOn'
  | 'conversation.sameOwner'
  | 'conversation.whyMissing'
  | 'conversation.whyTooLong'
  | 'conversation.notYoursToStrike'
  | 'conversation.struckAlready'
