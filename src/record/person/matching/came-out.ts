import type { Codes } from './codes.ts'
import { ADDRESS_LEVELS } from './compare/address.ts'
import { BORN_LEVELS } from './compare/birth-date.ts'
import { EMAIL_LEVELS } from './compare/email.ts'
import { GIVEN_LEVELS } from './compare/given.ts'
import { MIDDLE_LEVELS } from './compare/middle.ts'
import { NHS_NUMBER_LEVELS } from './compare/nhs-number.ts'
import { PHONE_LEVELS } from './compare/phone.ts'
import { SEX_LEVELS } from './compare/sex.ts'
import { SURNAME_LEVELS } from './compare/surname.ts'

/** The levels of what is known of every person, in the order in which they are compared. */
const PERSON_LEVELS = {
  given: GIVEN_LEVELS,
  surname: SURNAME_LEVELS,
  middle: MIDDLE_LEVELS,
  birthDate: BORN_LEVELS,
  address: ADDRESS_LEVELS,
  nhsNumber: NHS_NUMBER_LEVELS,
  sex: SEX_LEVELS,
  phone: PHONE_LEVELS,
  email: EMAIL_LEVELS,
} as const

type PersonLevels = typeof PERSON_LEVELS

/** How two records came out, by name; undefined where one of them does not say. */
export type CameOut = { readonly [name in keyof PersonLevels]: PersonLevels[name][number] | undefined }

const NAMES = Object.keys(PERSON_LEVELS) as (keyof PersonLevels)[]

/** Reads codes as the names of levels. */
export function cameOut(codes: Codes): CameOut {
  const entries = NAMES.map((name, at) => {
    const levels = PERSON_LEVELS[name]
    const code = codes[at] ?? 0
    return [name, code === 0 ? undefined : (levels[code - 1] ?? levels[0])]
  })
  return Object.fromEntries(entries) as CameOut
}
