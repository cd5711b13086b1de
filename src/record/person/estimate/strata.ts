import type { Standard } from '../standard/standard.ts'

/** By what pairs are told apart, so that nobody’s misses are hidden in a good average. */
export const DIMENSIONS = ['all', 'sources', 'name', 'age'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Groups of names, in the order in which they are told. */
export const NAME_GROUPS = ['common', 'patronymic', 'double', 'other'] as const
export type NameGroup = (typeof NAME_GROUPS)[number]

/** Groups of ages, in years on the day it is counted. */
export const AGE_GROUPS = ['under-18', '18-to-64', '65-and-over', 'unknown'] as const
export type AgeGroup = (typeof AGE_GROUPS)[number]

/** The surnames that cover most of Wales. They are weak evidence here, and so are told apart. */
const COMMON: ReadonlySet<string> = new Set(
  ['jones', 'davies', 'williams', 'evans', 'thomas', 'roberts', 'lewis', 'hughes', 'morgan', 'griffiths'].concat([
    'edwards',
    'owen',
    'rees',
    'james',
    'morris',
    'price',
  ]),
)

/** Which group of names a record belongs to, by its official surname. */
export function nameGroupOf({ names: [name] }: Standard): NameGroup {
  const { surname = '', surnameParts = [] } = name ?? {}
  if (COMMON.has(surname)) return 'common'
  if (surnameParts.length > 1) return 'double'
  return /^(?:ap|ab|ferch|verch)./.test(surname) && surname !== surnameParts[0] ? 'patronymic' : 'other'
}

/** Which group of ages, in a year. */
export function ageGroupOf({ born }: Standard, year: number): AgeGroup {
  if (born === undefined) return 'unknown'
  const age = year - born.year
  if (age < 18) return 'under-18'
  return age < 65 ? '18-to-64' : '65-and-over'
}

/** The kinds of the two organisations, in the order of their names: `council hospital`. */
export function sourcesOf(kind: string, otherKind: string): string {
  return [kind, otherKind].sort().join(' ')
}
