import { done, type Outcome, refused } from '#ground/outcome.ts'
import { REPLAY_WORDS_LENGTH_MAX, type ReplayProblem } from '#work/ledger/replayer.ts'

/** The reason an officer gave, if any; refused when one is needed and missing, or when it is too long. */
export function wordsFrom(
  words: string | undefined,
  { needed }: { readonly needed: boolean },
): Outcome<string | undefined, ReplayProblem> {
  const said = words?.trim() ?? ''
  if (said.length > REPLAY_WORDS_LENGTH_MAX) return refused('message.wordsTooLong')
  if (said !== '') return done(said)
  return needed ? refused('message.wordsMissing') : done(undefined)
}
