import { z } from 'zod'
import { type Key, LANGUAGES } from '#ground/language/say.ts'
import { WORDS_LENGTH_MAX } from '#work/privacy/question.ts'
import type { FieldProblem } from '../parts/error-summary.tsx'
import { type Problems, wordsField } from '../typed.ts'

/** Words and their language, of a question or of an answer. The messages are keys. */
export function questionFields(missing: Key) {
  return z.object({
    words: wordsField({ missing, tooLong: 'question.wordsTooLong', lengthMax: WORDS_LENGTH_MAX }),
    language: z.enum(LANGUAGES, { error: 'question.languageMissing' }),
    key: z.string().max(100).default(''),
  })
}

/** The problems as the summary lists them, each leading to its field. */
export function listedProblems(say: (key: Key) => string, problems: Problems): FieldProblem[] {
  return Object.entries(problems).map(([field, key]) => ({
    message: say(key),
    ...(field !== 'form' && { field }),
  }))
}
