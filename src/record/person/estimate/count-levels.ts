import type { Trial } from './hide-number.ts'

/** How many pairs of one person, of which an organisation has at least one record, came out at a level. */
export interface LevelCount {
  readonly organisationId: string
  readonly comparison: string
  readonly level: string
  readonly pairs: number
}

/** Counts the levels of the pairs that are one person's by their numbers: once for each organisation of the two. */
export function countLevels(trials: readonly Trial[]): LevelCount[] {
  const counts = new Map<string, { organisationId: string; comparison: string; level: string; pairs: number }>()
  for (const { areOne, levels, organisationIds } of trials) {
    if (!areOne) continue
    for (const organisationId of new Set(organisationIds)) {
      for (const [comparison, level] of Object.entries(levels)) {
        const key = `${organisationId} ${comparison} ${level}`
        const known = counts.get(key) ?? { organisationId, comparison, level, pairs: 0 }
        known.pairs++
        counts.set(key, known)
      }
    }
  }
  return [...counts.values()]
}
