import type { Guard } from './guard.ts'

/** "Baby" is not a name: two of them are joined by an NHS number alone, or by somebody who knows the mother. */
export const BABIES = {
  name: 'babies',
  speaks: ({ cameOut, one, other }) => (one.isBaby || other.isBaby) && cameOut.nhsNumber !== 'same',
} as const satisfies Guard
