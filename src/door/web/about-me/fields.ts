import { z } from 'zod'
import { LANGUAGES } from '#ground/language/say.ts'
import { HELPER_LENGTH_MAX, PART_LENGTH_MAX, TELLS_LENGTH_MAX } from '#work/about-me/about-me.ts'
import { wordsField } from '../typed.ts'

/** A version that was read: its id, or nothing where there was none. What is no id was never read. */
const AfterId = z
  .union([z.uuid(), z.literal('')])
  .catch('00000000-0000-0000-0000-000000000000')
  .transform(id => id || undefined)
/** Words that may be empty. */
const Words = z
  .string()
  .default('')
  .transform(text => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(PART_LENGTH_MAX, { error: 'aboutMe.wordsTooLong' }))
const WhichLanguage = z.enum(LANGUAGES, { error: 'aboutMe.languageMissing' })

/** The words of one part, or others that are offered for it. The messages are keys of sentences. */
export const WordsFields = z.object({
  afterId: AfterId,
  words: Words,
  language: WhichLanguage,
  helpedBy: z
    .string()
    .default('')
    .pipe(z.string().max(HELPER_LENGTH_MAX, { error: 'aboutMe.helpedByTooLong' })),
  why: Words,
  key: z.string().max(100).catch(''),
})

/** What comes with a picture or a sound. */
export const MediaFields = z.object({
  afterId: AfterId,
  tells: wordsField({
    missing: 'aboutMe.tellsMissing',
    tooLong: 'aboutMe.tellsTooLong',
    lengthMax: TELLS_LENGTH_MAX,
  }),
  tellsLanguage: WhichLanguage,
})

/** What comes with the wish to take a picture or a sound away. */
export const AwayFields = z.object({ afterId: AfterId })

/** The answer to words that were offered. */
export const AnswerFields = z.object({
  accepted: z.enum(['yes', 'no'], { error: 'aboutMe.answerMissing' }),
  answer: Words,
})
