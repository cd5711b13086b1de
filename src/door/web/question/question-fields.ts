import { z } from 'zod'
import { type Key, LANGUAGES } from '#ground/language/say.ts'
import { WORDS_LENGTH_MAX } from '#work/privacy/question.ts'
import { wordsField } from '../typed.ts'

/** Words and their language, of a question or of an answer. The messages are keys. */
export function questionFields(missing: Key) {
  return z.object({
    words: wordsField({ missing, tooLong: 'question.wordsTooLong', lengthMax: WORDS_LENGTH_MAX }),
    language: z.enum(LANGUAGES, { error: 'question.languageMissing' }),
    key: z.string().max(100).default(''),
  })
}
