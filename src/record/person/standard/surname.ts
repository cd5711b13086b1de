import { BEGINNINGS, PARTICLES } from './name-words.ts'
import type { StandardName } from './standard.ts'

/** The surname these words make: whole, and its parts without particles. A particle that stands last is a part. */
export function surnameOf(words: readonly string[]): Pick<StandardName, 'surname' | 'surnameParts'> {
  const parts: string[] = []
  let begun = ''
  for (const [index, word] of words.entries()) {
    const isLast = index === words.length - 1
    if (!isLast && BEGINNINGS.has(word)) begun += beginning(word)
    else if (isLast || begun !== '' || !PARTICLES.has(word)) {
      parts.push(begun + word)
      begun = ''
    }
  }
  return {
    surname: words.map((word, index) => (index < words.length - 1 ? beginning(word) : word)).join(''),
    surnameParts: parts,
  }
}

function beginning(word: string): string {
  return word === 'saint' ? 'st' : word
}
