import { oneEdit } from '../like/edits.ts'
import { jaroWinkler, likenessAtMost } from '../like/jaro-winkler.ts'
import type { Variants } from '../variants.ts'

/** How alike two words of a name are, best first. */
export type WordLevel = 'same' | 'variant' | 'learntVariant' | 'near' | 'initial' | 'alike' | 'other'

/** Compares two words, neither of them empty: given names, or surnames. */
export interface Words {
  given(one: string, other: string): WordLevel
  surname(one: string, other: string): WordLevel
}

/** Jaro-Winkler from which two words are one word with a slip of the pen, and from which they are still alike. */
const NEAR = 0.92
const ALIKE = 0.82
/** One edit makes Ian of Jan: in shorter words it says nothing. */
const ONE_EDIT_LETTERS_MIN = 4

/** Compares words, knowing which names are forms of one name. */
export function wordsKnowing(variants: Variants): Words {
  return {
    given: (one, other) => (one === other ? 'same' : (variants.given(one, other) ?? spelling(one, other))),
    surname: (one, other) => (one === other ? 'same' : (variants.surname(one, other) ?? spelling(one, other))),
  }
}

function spelling(one: string, other: string): WordLevel {
  if (one.length === 1 || other.length === 1) return one.charAt(0) === other.charAt(0) ? 'initial' : 'other'
  if (likenessAtMost(one, other) < ALIKE) return 'other'
  const likeness = jaroWinkler(one, other)
  if (likeness >= NEAR) return 'near'
  if (Math.min(one.length, other.length) >= ONE_EDIT_LETTERS_MIN && oneEdit(one, other)) return 'near'
  return likeness >= ALIKE ? 'alike' : 'other'
}
