import type { StandardName } from '#record/person/standard/standard.ts'
import { type Comparison, MISSING } from './field.ts'
import type { Words } from './words.ts'

/**
 * - `same`: letter by letter, accents, hyphens and case apart
 * - `part`: a part of a double name is the other's name or part: Rees-Jones and Jones
 * - `variant`: Ap Rhys and Price, Huws and Hughes
 * - `near`: a slip of the pen (Jaro-Winkler 0.92, or one edit)
 * - `alike`: Jaro-Winkler 0.82, or an initial that fits
 */
export const SURNAME_LEVELS = ['same', 'part', 'variant', 'near', 'alike', 'other'] as const

export type SurnameLevel = (typeof SURNAME_LEVELS)[number]

/** The comparison of surnames. */
export const SURNAME: Comparison = {
  name: 'surname',
  levels: SURNAME_LEVELS,
  oneThing: ['same', 'variant', 'near'],
}

const LEVEL = { same: 0, variant: 2, learntVariant: 2, near: 3, initial: 4, alike: 4, other: 5 } as const
const PART = 1

/** How alike the surnames are; missing when a record has none. */
export function surnameLevel(one: StandardName, other: StandardName, words: Words): number {
  if (one.surname === '' || other.surname === '') return MISSING
  if (one.surname === other.surname) return LEVEL.same
  const isDouble = one.surnameParts.length > 1 || other.surnameParts.length > 1
  if (isDouble && one.surnameParts.some(part => other.surnameParts.includes(part))) return PART
  return LEVEL[words.surname(one.surname, other.surname)]
}
