import type { Guard } from './guard.ts'

/** One name at one address, and a side says no date of birth: a father and his son may have one name, or an aunt her niece. */
export const FATHER_AND_SON = {
  name: 'fatherAndSon',
  speaks: ({ cameOut: { nhsNumber, email, given, birthDate, address } }) => {
    if (nhsNumber === 'same' || email === 'same' || given === 'other') return false
    return birthDate === undefined && (address === 'same' || address === 'line' || address === 'slip')
  },
} as const satisfies Guard
