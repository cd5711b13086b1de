/** The fewest letters and digits that say anything, those of repeated words counted once. */
export const REASON_LETTERS_MIN = 20
/** The longest reason, characters. */
export const REASON_LENGTH_MAX = 1_000
/** What one word counts for at most: one long run of letters is no reason. */
const WORD_LETTERS_MAX = 12

export type ReasonProblem = 'emergency.wordsTooFew' | 'emergency.wordsTooLong'

/**
 * What is wrong with the words of a reason, or undefined. Words are counted once however often they stand there, and so
 * are letters that follow themselves: "care care care" says as much as "care", and "aaaa" as much as "a".
 */
export function faultOfReason(words: string): ReasonProblem | undefined {
  if (words.length > REASON_LENGTH_MAX) return 'emergency.wordsTooLong'
  return meaningfulLetters(words) < REASON_LETTERS_MIN ? 'emergency.wordsTooFew' : undefined
}

function meaningfulLetters(words: string): number {
  const once = new Set(
    (words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(word => word.replace(/(.)\1+/gu, '$1')),
  )
  return [...once].reduce((sum, word) => sum + Math.min([...word].length, WORD_LETTERS_MAX), 0)
}
