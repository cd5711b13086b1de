import type { Standard } from '#record/person/standard/standard.ts'
import { oneEdit } from '../like/edits.ts'
import { asItIs, type Field } from './field.ts'

/**
 * - `same`: the ten digits are the same
 * - `near`: one edit lies between them, and one's check digit is wrong
 * - `different`: two numbers of two people, or one of them on the wrong record
 */
export const NHS_NUMBER_LEVELS = ['same', 'near', 'different'] as const

/** As it was written, and whether its check digit is right. */
interface Written {
  readonly digits: string
  readonly isValid: boolean
}

/** The NHS number of a record, damaged or not. */
export const NHS_NUMBER: Field<Written> = {
  name: 'nhsNumber',
  comparisons: [{ name: 'nhsNumber', levels: NHS_NUMBER_LEVELS }],
  take: ({ standard }) => written(standard),
  write: ({ digits, isValid }) => (isValid ? digits : `${digits}?`),
  read: text => ({ digits: text.slice(0, 10), isValid: text.length === 10 }),
  without: asItIs,
  compare(one, other, _words, { levels }, at) {
    if (one.digits === other.digits) levels[at] = 0
    else levels[at] = one.isValid !== other.isValid && oneEdit(one.digits, other.digits) ? 1 : 2
  },
}

function written({ nhsNumber, nhsNumberDamaged }: Standard): Written | undefined {
  const digits = nhsNumber ?? nhsNumberDamaged
  return digits === undefined ? undefined : { digits, isValid: nhsNumber !== undefined }
}
