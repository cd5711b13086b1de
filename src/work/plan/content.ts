import { isDeepStrictEqual } from 'node:util'
import { DETAIL_NAMES, type Details } from './details/details.ts'

/** What a version of an item says. */
export interface Content {
  readonly words: string
  readonly language: string
  /** ISO 8601 day. */
  readonly dueOn: string | null
  readonly details: Details
}

/** Two that were made of the same, as one. */
export interface Merged {
  /** What stands, with what the other changed and it did not. */
  readonly content: Content
  /** What stands, with everything that the other changed: the other wording, where the same was changed in both. */
  readonly other: Content
  /** Whether both changed the same part, each in its own way. */
  readonly clashes: boolean
}

/**
 * Puts a change onto what stands by now. Both came of `base`. The words with their language, the day and each detail are
 * parts of their own: what only one of the two changed is changed; where both changed the same part differently, what
 * stands stays, and `other` has what was wanted instead. Nothing of either is in neither.
 */
export function merge(base: Content, mine: Content, now: Content): Merged {
  const parts = PARTS.filter(part => !same(part, mine, base) && !same(part, mine, now))
  const free = parts.filter(part => same(part, now, base))
  return {
    content: free.reduce((content, part) => part.set(content, mine), now),
    other: parts.reduce((content, part) => part.set(content, mine), now),
    clashes: free.length < parts.length,
  }
}

/** Whether two say the same in every part. */
export function saysTheSame(one: Content, other: Content): boolean {
  return PARTS.every(part => same(part, one, other))
}

interface Part {
  of(content: Content): unknown
  set(content: Content, from: Content): Content
}

const PARTS: readonly Part[] = [
  {
    of: ({ words, language }) => [words, language],
    set: (content, { words, language }) => ({ ...content, words, language }),
  },
  {
    of: ({ dueOn }) => dueOn,
    set: (content, { dueOn }) => ({ ...content, dueOn }),
  },
  ...[...DETAIL_NAMES, 'account' as const].map(name => ({
    of: ({ details }: Content) => details[name],
    set: (content: Content, { details }: Content) => ({
      ...content,
      details: { ...content.details, [name]: details[name] },
    }),
  })),
]

function same(part: Part, one: Content, other: Content): boolean {
  return isDeepStrictEqual(part.of(one), part.of(other))
}
