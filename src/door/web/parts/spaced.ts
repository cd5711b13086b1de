/**
 * A class list or a list of ids: the words that are present, one space apart.
 * Undefined when there is none, so that no empty attribute is written.
 */
export function spaced(...words: readonly (string | false | undefined)[]): string | undefined {
  return words.filter(Boolean).join(' ') || undefined
}
