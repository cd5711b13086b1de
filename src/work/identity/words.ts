import { done, type Outcome, refused } from '#ground/outcome.ts'

/** The longest a reason may be, characters. */
export const WORDS_LENGTH_MAX = 1000

export type WordsProblem = 'identity.wordsMissing' | 'identity.wordsTooLong'

/** A reason as it is kept, without what stands around it. */
export function reasonFrom(text: string): Outcome<string, WordsProblem> {
  const words = text.trim()
  if (words === '') return refused('identity.wordsMissing')
  return words.length > WORDS_LENGTH_MAX ? refused('identity.wordsTooLong') : done(words)
}
