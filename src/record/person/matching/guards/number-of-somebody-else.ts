import type { GivenLevel } from '../compare/given.ts'
import type { Guard } from './guard.ts'

const ONE_NAME: readonly GivenLevel[] = ['same', 'swapped', 'variant', 'near']

/**
 * One NHS number, and neither the name nor the date of birth is anything like: it stands on the wrong record.
 * Source: HSSIB, local integrated investigation pilot 1 (wrong NHS number, wrong medicines).
 */
export const NUMBER_OF_SOMEBODY_ELSE = {
  name: 'numberOfSomebodyElse',
  speaks: ({ cameOut: { nhsNumber, given, surname, birthDate } }) => {
    if (nhsNumber !== 'same') return false
    const isOneName = given === undefined ? surname !== 'other' : ONE_NAME.includes(given)
    return !isOneName && (birthDate === 'other' || birthDate === 'year')
  },
} as const satisfies Guard
