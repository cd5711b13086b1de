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

/** How two records came out, by the name of the comparison; undefined where one of them does not say. */
export interface CameOut {
  readonly given: (typeof GIVEN_LEVELS)[number] | undefined
  readonly surname: (typeof SURNAME_LEVELS)[number] | undefined
  readonly middle: (typeof MIDDLE_LEVELS)[number] | undefined
  readonly birthDate: (typeof BORN_LEVELS)[number] | undefined
  readonly address: (typeof ADDRESS_LEVELS)[number] | undefined
  readonly nhsNumber: (typeof NHS_NUMBER_LEVELS)[number] | undefined
  readonly sex: (typeof SEX_LEVELS)[number] | undefined
  readonly phone: (typeof PHONE_LEVELS)[number] | undefined
  readonly email: (typeof EMAIL_LEVELS)[number] | undefined
}

/** Reads codes as the names of levels. */
export function cameOut(codes: Codes): CameOut {
  return {
    given: levelOf(GIVEN_LEVELS, codes[0]),
    surname: levelOf(SURNAME_LEVELS, codes[1]),
    middle: levelOf(MIDDLE_LEVELS, codes[2]),
    birthDate: levelOf(BORN_LEVELS, codes[3]),
    address: levelOf(ADDRESS_LEVELS, codes[4]),
    nhsNumber: levelOf(NHS_NUMBER_LEVELS, codes[5]),
    sex: levelOf(SEX_LEVELS, codes[6]),
    phone: levelOf(PHONE_LEVELS, codes[7]),
    email: levelOf(EMAIL_LEVELS, codes[8]),
  }
}

/** A code beyond the levels says `same`, and how rare the value is. */
function levelOf<Level>(levels: readonly Level[], code = 0): Level | undefined {
  return code === 0 ? undefined : (levels[code - 1] ?? levels[0])
}
