import { type Guard, SURE_OF_HOUSEHOLD_BITS } from './guard.ts'

/**
 * One name at one address or on one telephone, and a side says no date of birth: a father and his son may have one name, or an aunt her
 * niece. Where a region has learnt, and nobody else of that name is in sight, the guard is lifted (`sight.ts`).
 */
export const FATHER_AND_SON = {
  name: 'fatherAndSon',
  speaks: ({ cameOut: { nhsNumber, email, given, birthDate, address, phone }, against }) => {
    if (nhsNumber === 'same' || email === 'same' || given === 'other' || birthDate !== undefined) return false
    const isOneHome = address === 'same' || address === 'line' || address === 'slip' || phone === 'same'
    return isOneHome && against.household < SURE_OF_HOUSEHOLD_BITS
  },
} as const satisfies Guard
