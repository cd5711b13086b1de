import { ADDRESS } from './address.ts'
import { BIRTH_DATE } from './birth-date.ts'
import { EMAIL } from './email.ts'
import type { Field } from './field.ts'
import { NAMES } from './names.ts'
import { NHS_NUMBER } from './nhs-number.ts'
import { type OtherKind, otherColumn } from './other-column.ts'
import { PHONE } from './phone.ts'
import { SEX } from './sex.ts'

/** A column beyond the person's fields that a map names. */
export interface OtherColumn {
  readonly name: string
  readonly kind: OtherKind
  /** A rare value in common weighs more than a frequent one. */
  readonly rarity: boolean
  /** People of one household share it. */
  readonly household: boolean
}

/** The fields of a person, then the other columns: the order of the comparisons everywhere. */
export function fieldsWith(others: readonly OtherColumn[]): readonly Field<unknown>[] {
  return [...PERSON_FIELDS, ...others.map(({ name, kind }) => anyField(otherColumn(name, kind)))]
}

/** Each field reads and compares only what it wrote or took itself; outside nobody looks into a value. */
function anyField<Value>(field: Field<Value>): Field<unknown> {
  return field as Field<unknown>
}

/** What every record has. */
const PERSON_FIELDS: readonly Field<unknown>[] = [
  anyField(NAMES),
  anyField(BIRTH_DATE),
  anyField(ADDRESS),
  anyField(NHS_NUMBER),
  anyField(SEX),
  anyField(PHONE),
  anyField(EMAIL),
]

/** How many fields come before the other columns. */
export const PERSON_FIELDS_COUNT = PERSON_FIELDS.length

/** Where each of them stands among the fields. */
export const FIELD_AT = { names: 0, birthDate: 1, address: 2, nhsNumber: 3, sex: 4, phone: 5, email: 6 } as const
