import type { Guard } from './guard.ts'

/**
 * Nobody dies twice. That one record says a death and the other none does not stop a link: the death is never carried
 * over to the other (`diedOnOneSide`).
 */
export const TWO_DEATHS = {
  name: 'twoDeaths',
  speaks: ({ one, other }) => isDay(one.died) && isDay(other.died) && one.died !== other.died,
} as const satisfies Guard

function isDay(died: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(died)
}
