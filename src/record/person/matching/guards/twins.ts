import type { GivenLevel } from '../compare/given.ts'
import { type Guard, SURE_OF_HOUSEHOLD_BITS } from './guard.ts'

/** First names that twins may have. A form that only the region's records have taught is not enough to say otherwise. */
const OF_TWINS: readonly (GivenLevel | undefined)[] = [
  'learntVariant',
  'middle',
  'crossed',
  'initial',
  'alike',
  'other',
  undefined,
]
const AT_HOME = ['same', 'line', 'slip', 'unnumbered', 'postcode']
const ON_ONE_DAY = ['same', 'swapped', 'slip', 'sameProxy']

/**
 * Born on one day, in one household, and not of one first name: twins look so. An NHS number, an e-mail address or a
 * middle name in common tells them apart, or odds that leave no room for a household. Where only a first name is missing,
 * or is a letter, and nobody else is in sight, the guard is lifted (`sight.ts`).
 */
export const TWINS = {
  name: 'twins',
  speaks: ({ cameOut: { nhsNumber, email, middle, given, birthDate, address, phone }, against }) => {
    if (nhsNumber === 'same' || email === 'same' || middle === 'same') return false
    const isOneHome = AT_HOME.includes(address ?? '') || phone === 'same'
    const mayBeTwins = ON_ONE_DAY.includes(birthDate ?? '') && isOneHome && OF_TWINS.includes(given)
    return mayBeTwins && against.household < SURE_OF_HOUSEHOLD_BITS
  },
} as const satisfies Guard
