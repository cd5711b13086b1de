import type { Patient } from 'fhir/r4.js'
import type { Say } from '#ground/language/say.ts'
import { parseNhsNumber, showNhsNumber } from '#ground/nhs-number.ts'
import { NHS_NUMBER_SYSTEM } from '#record/person/patient.ts'
import { uprnOf } from '#record/person/patient-extensions.ts'

/** One line of the comparison: what both records say of it, and which comparisons of the model are about it. */
export interface ComparedField {
  readonly name: 'name' | 'born' | 'sex' | 'nhsNumber' | 'address' | 'phone' | 'email' | 'died' | 'state'
  readonly comparisons: readonly string[]
  /** What a record says, as people read it; several where it says several. */
  readonly says: (patient: Patient, say: Say) => readonly string[]
}

/** What is laid side by side, in the order in which people compare. */
export const COMPARED_FIELDS: readonly ComparedField[] = [
  { name: 'name', comparisons: ['given', 'surname', 'middle'], says: names },
  { name: 'born', comparisons: ['birthDate'], says: ({ birthDate }, say) => born(birthDate, say) },
  {
    name: 'sex',
    comparisons: ['sex'],
    says: ({ gender }, say) => (gender ? [say.code('identity', `sex-${gender}`)] : []),
  },
  { name: 'nhsNumber', comparisons: ['nhsNumber'], says: numbers },
  { name: 'address', comparisons: ['address'], says: addresses },
  { name: 'phone', comparisons: ['phone'], says: patient => contactsOf(patient, 'phone') },
  { name: 'email', comparisons: ['email'], says: patient => contactsOf(patient, 'email') },
  { name: 'died', comparisons: [], says: died },
  {
    name: 'state',
    comparisons: [],
    says: ({ active }, say) => (active === false ? [say('identity.deletedThere')] : []),
  },
]

function names({ name = [] }: Patient, say: Say): string[] {
  return name.map(({ text, given = [], family, use }) => {
    const whole = text ?? [...given, family].filter(Boolean).join(' ')
    return use === 'maiden' || use === 'old' ? say('identity.formerName', { name: whole }) : whole
  })
}

function born(birthDate: string | undefined, say: Say): string[] {
  if (birthDate === undefined) return []
  return [/^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? say.day(birthDate) : birthDate]
}

function numbers({ identifier = [] }: Patient, say: Say): string[] {
  return identifier
    .filter(({ system, value }) => system === NHS_NUMBER_SYSTEM && value !== undefined)
    .map(({ value = '', extension }) => {
      const number = parseNhsNumber(value)
      const shown = number === undefined ? value : showNhsNumber(number)
      return extension === undefined ? say('identity.notVerified', { number: shown }) : shown
    })
}

function addresses({ address = [] }: Patient, say: Say): string[] {
  return address.flatMap(one => {
    const lines = [...(one.line ?? []), one.city, one.postalCode].filter(part => part !== undefined).join(', ')
    const uprn = uprnOf(one)
    if (lines === '') return []
    return uprn === undefined ? lines : say('identity.withUprn', { address: lines, uprn })
  })
}

function contactsOf({ telecom = [] }: Patient, system: string): string[] {
  return telecom.flatMap(one => (one.system === system && one.value ? [one.value] : []))
}

function died({ deceasedBoolean, deceasedDateTime }: Patient, say: Say): string[] {
  if (deceasedDateTime !== undefined) return [say.day(deceasedDateTime.slice(0, 10))]
  return deceasedBoolean === true ? [say('identity.diedDayUnknown')] : []
}
