import type { Bilingual, Language } from '#ground/language/say.ts'

/** What a person asked about one look at their record, and what was answered. */
export interface Question {
  readonly id: string
  readonly entryId: string
  readonly words: string
  readonly language: Language
  readonly askedBy: string
  readonly askedAt: Date
  /** The day until whose end it must be answered, ISO 8601. */
  readonly answerBy: string
  /** The team that must answer, and its organisation. */
  readonly team: Bilingual
  readonly organisation: Bilingual
  readonly answer: Answer | undefined
}

export interface Answer {
  readonly words: string
  readonly language: Language
  readonly answeredBy: string
  readonly answeredAt: Date
}

export type QuestionProblem =
  | 'question.notShown'
  | 'question.wordsMissing'
  | 'question.wordsTooLong'
  | 'question.alreadyAnswered'

/** How long an answer may take, working days. A promise of the region's own, well inside the month of UK GDPR, article 12(3). */
export const ANSWER_WORKING_DAYS = 5
/** The longest question or answer, characters. */
export const WORDS_LENGTH_MAX = 4000

/** Whether an answer is late on a day (ISO 8601): the day it was promised by is over and there is none. */
export function isOverdue({ answerBy, answer }: Pick<Question, 'answerBy' | 'answer'>, today: string): boolean {
  return answer === undefined && today > answerBy
}
