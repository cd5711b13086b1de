import type { MayRead } from '#record/sharing/wish/who-may-read.ts'

/** Those who are named in words by @ and their whole name, among those who may read them. */
export function mentionedIn(words: string, readers: readonly MayRead[]): string[] {
  return readers.flatMap(({ accountId, name }) =>
    accountId !== undefined && name !== undefined && isNamed(words, name) ? [accountId] : [],
  )
}

/** Mair is not named where Mair Jones is. */
function isNamed(words: string, name: string): boolean {
  const after = words.split(`@${name}`).slice(1)
  return after.some(rest => !/^(?:[\p{L}\p{N}]|[-’'.]\p{L}| \p{Lu})/u.test(rest))
}
