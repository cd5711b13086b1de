import type { GivenLevel } from '../compare/given.ts'
import type { Guard } from './guard.ts'

/** First names that twins may have. A form that only the region's records have taught is not enough to say otherwise. */
const OF_TWINS: readonly (GivenLevel | undefined)[] = ['learntVariant', 'initial', 'alike', 'other', undefined]
const AT_HOME = ['same', 'line', 'slip', 'unnumbered', 'postcode']

/**
 * Born on one day, in one household, and not of one first name: twins look so, and a second first name as well. Only an
 * NHS number, an e-mail address or a middle name in common tells them apart.
 */
export const TWINS = {
  name: 'twins',
  speaks: ({ cameOut: { nhsNumber, email, middle, given, birthDate, address, phone } }) => {
    if (nhsNumber === 'same' || email === 'same' || middle === 'same') return false
    const isOneDay =
      birthDate === 'same' || birthDate === 'swapped' || birthDate === 'slip' || birthDate === 'sameProxy'
    const isOneHome = AT_HOME.includes(address ?? '') || phone === 'same'
    return isOneDay && isOneHome && OF_TWINS.includes(given)
  },
} as const satisfies Guard
