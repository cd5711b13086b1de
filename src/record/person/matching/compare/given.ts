import type { StandardName } from '#record/person/standard/standard.ts'
import { type Comparison, MISSING } from './field.ts'
import type { WordLevel, Words } from './words.ts'

/**
 * - `same`: letter by letter, accents and case apart
 * - `swapped`: it is the other's surname, and the other way round
 * - `variant`: Siân and Jane, Bob and Robert, by the table that is shipped
 * - `learntVariant`: two forms that the region's own records have taught
 * - `middle`: it is a middle name of the other
 * - `crossed`: one of the two words only stands in the other's place
 * - `near`: a slip of the pen (Jaro-Winkler 0.92, or one edit)
 * - `initial`: one of them is a letter only, and fits
 * - `alike`: Jaro-Winkler 0.82
 */
export const GIVEN_LEVELS = [
  'same',
  'swapped',
  'variant',
  'learntVariant',
  'middle',
  'crossed',
  'near',
  'initial',
  'alike',
  'other',
] as const

/** The comparison of first names. */
export const GIVEN: Comparison = { name: 'given', levels: GIVEN_LEVELS }

export type GivenLevel = (typeof GIVEN_LEVELS)[number]
const LEVEL = Object.fromEntries(GIVEN_LEVELS.map((level, index) => [level, index])) as Record<GivenLevel, number>
/** What is one name written otherwise. */
const ONE_NAME: readonly WordLevel[] = ['same', 'variant', 'near']

/** How alike the first names are; missing when a record has none. */
export function givenLevel(one: StandardName, other: StandardName, words: Words): number {
  if (one.given !== '' && one.given === other.given) return LEVEL.same
  if (areSwapped(one, other, words)) return LEVEL.swapped
  if (one.given === '' || other.given === '') return MISSING
  const level = words.given(one.given, other.given)
  if (level === 'variant' || level === 'learntVariant') return LEVEL[level]
  if (isAmong(one.given, other.middle) || isAmong(other.given, one.middle)) return LEVEL.middle
  return level === 'other' && areCrossed(one, other) ? LEVEL.crossed : LEVEL[level]
}

/** A word for a first name here and for a surname there, and nothing else in common: half of it was swapped. */
function areCrossed(one: StandardName, other: StandardName): boolean {
  if (one.surname === '' || other.surname === '' || one.surname === other.surname) return false
  return one.given === other.surname || other.given === one.surname
}

function areSwapped(one: StandardName, other: StandardName, words: Words): boolean {
  if (one.given.length < 2 || other.given.length < 2 || one.surname.length < 2 || other.surname.length < 2) return false
  // Most names begin otherwise: two letters spare two long comparisons.
  if (one.given !== other.surname && one.surname !== other.given) return false
  return (
    ONE_NAME.includes(words.given(one.given, other.surname)) && ONE_NAME.includes(words.given(one.surname, other.given))
  )
}

/** An initial is a middle name of nobody. */
function isAmong(given: string, middle: readonly string[]): boolean {
  return given.length > 1 && middle.includes(given)
}
