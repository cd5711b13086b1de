import type { Guard } from './guard.ts'

/**
 * One NHS number, and neither the name nor the date of birth is anything like: it stands on the wrong record.
 * Source: HSSIB, local integrated investigation pilot 1 (wrong NHS number, wrong medicines).
 */
export const NUMBER_OF_SOMEBODY_ELSE = {
  name: 'numberOfSomebodyElse',
  speaks: ({ cameOut: { nhsNumber, given, surname, birthDate } }) => {
    if (nhsNumber !== 'same') return false
    const namesDiffer = given === 'other' || (given === undefined && surname === 'other')
    const datesDiffer = birthDate === 'other' || birthDate === 'year'
    return namesDiffer && datesDiffer
  },
} as const satisfies Guard
