import { edits, oneEdit } from '../like/edits.ts'
import { jaroWinkler } from '../like/jaro-winkler.ts'
import { asItIs, type Field } from './field.ts'
import type { WordLevel, Words } from './words.ts'

/** What a column beyond the person's fields may hold, and so how it is compared. */
export const OTHER_KINDS = ['exact', 'text', 'name', 'date', 'number'] as const
export type OtherKind = (typeof OTHER_KINDS)[number]

/** All of them have the same levels: letter by letter, one slip of the pen, still alike, other. */
export const OTHER_LEVELS = ['same', 'near', 'alike', 'other'] as const
const [SAME, NEAR, ALIKE, OTHER] = [0, 1, 2, 3]

/** In shorter values one edit says nothing. */
const ONE_EDIT_LETTERS_MIN = 4

/** A column of a file, compared as its kind says. The value in common is told, so that a rare one may weigh more. */
export function otherColumn(name: string, kind: OtherKind): Field<string> {
  return {
    name: `other:${name}`,
    comparisons: [{ name, levels: OTHER_LEVELS }],
    take: ({ others }) => others[name],
    write: value => value,
    read: text => text,
    without: asItIs,
    compare(one, other, words, { levels, common }, at) {
      const level = one === other ? SAME : LEVEL_OF[kind](one, other, words)
      levels[at] = level
      common[at] = level === SAME ? one : ''
    },
  }
}

/** Two values that are not the same. */
const LEVEL_OF: Readonly<Record<OtherKind, (one: string, other: string, words: Words) => number>> = {
  exact: (one, other) => (isSlip(one, other) ? NEAR : OTHER),
  text: textLevel,
  name: (one, other, words) => WORD_LEVEL[words.given(one, other)],
  date: (one, other) => (edits(one, other, 1) < 2 ? NEAR : sharedParts(one, other) >= 2 ? ALIKE : OTHER),
  number: numberLevel,
}

const WORD_LEVEL: Readonly<Record<WordLevel, number>> = {
  same: SAME,
  variant: NEAR,
  learntVariant: NEAR,
  near: NEAR,
  initial: ALIKE,
  alike: ALIKE,
  other: OTHER,
}

function isSlip(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= ONE_EDIT_LETTERS_MIN && oneEdit(one, other)
}

function textLevel(one: string, other: string): number {
  if (isSlip(one, other)) return NEAR
  const likeness = jaroWinkler(one, other)
  if (likeness >= 0.92) return NEAR
  return likeness >= 0.85 || shareOfWords(one, other) >= 0.5 ? ALIKE : OTHER
}

function shareOfWords(one: string, other: string): number {
  const [ones, others] = [new Set(one.split(' ')), new Set(other.split(' '))]
  const common = [...ones].filter(word => others.has(word)).length
  return common / (ones.size + others.size - common)
}

/** Of year, month and day, however the parts are divided. */
function sharedParts(one: string, other: string): number {
  const [ones, others] = [one.split(/\D/), other.split(/\D/)]
  return ones.filter((part, index) => part === others[index]).length
}

/** Within one, or one in a hundred: near; within ten in a hundred: alike. */
function numberLevel(one: string, other: string): number {
  const [first, second] = [Number(one), Number(other)]
  if (Number.isNaN(first) || Number.isNaN(second)) return OTHER
  const apart = Math.abs(first - second)
  const size = Math.max(Math.abs(first), Math.abs(second))
  if (apart === 0) return SAME
  if (apart <= Math.max(1, size / 100)) return NEAR
  return apart <= size / 10 ? ALIKE : OTHER
}
