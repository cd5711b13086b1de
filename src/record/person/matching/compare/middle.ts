import type { StandardName } from '#record/person/standard/standard.ts'
import { type Comparison, MISSING } from './field.ts'

/** `same`: a middle name in common. `initial`: one is the other's first letter. */
export const MIDDLE_LEVELS = ['same', 'initial', 'other'] as const

export type MiddleLevel = (typeof MIDDLE_LEVELS)[number]

/** The comparison of middle names. */
export const MIDDLE: Comparison = { name: 'middle', levels: MIDDLE_LEVELS }

/** How alike the middle names are; missing when a record has none, as most have. */
export function middleLevel({ middle: ones }: StandardName, { middle: others }: StandardName): number {
  if (ones.length === 0 || others.length === 0) return MISSING
  if (ones.some(one => others.includes(one) && one.length > 1)) return 0
  return ones.some(one => others.some(other => isInitialOf(one, other) || isInitialOf(other, one))) ? 1 : 2
}

function isInitialOf(letter: string, name: string): boolean {
  return letter.length === 1 && name.startsWith(letter)
}
