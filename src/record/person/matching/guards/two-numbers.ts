import type { Guard } from './guard.ts'

/**
 * Two NHS numbers whose check digits are right are two people, or one number is wrong, and then a person says which.
 * A number that is known to have been superseded was replaced before it came here.
 */
export const TWO_NUMBERS = {
  name: 'twoNumbers',
  speaks: ({ cameOut, one, other }) => cameOut.nhsNumber === 'different' && one.hasValidNumber && other.hasValidNumber,
} as const satisfies Guard
