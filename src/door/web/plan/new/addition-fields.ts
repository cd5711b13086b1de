import { z } from 'zod'
import { type Key, LANGUAGES } from '#ground/language/say.ts'
import { NeededWords, restIn, Words } from '../words-fields.ts'

const said = (key: Key) => ({ error: key })

/** The form of something new for a plan. The messages are keys of sentences. */
export const AdditionFields = z
  .looseObject({
    key: z.string().max(100).default(''),
    owner: z.uuid(said('plan.ownerMissing')),
    partOf: z.uuid().optional().or(z.literal('')),
    words: NeededWords,
    language: z.enum(LANGUAGES, said('plan.languageMissing')),
    why: Words,
  })
  .transform(({ key, owner, partOf, words, language, why, ...typed }, context) => {
    const { dueOn, details } = restIn(typed, context).rest ?? { dueOn: null, details: {} }
    return {
      ...{ key, words, language, why, details },
      ownerId: owner,
      partOf: partOf || undefined,
      dueOn: dueOn ?? undefined,
    }
  })
