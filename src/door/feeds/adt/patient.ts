import type { ContactPoint, Address as FhirAddress, HumanName, Patient } from 'fhir/r4.js'
import type { Address, AdtPerson, PersonName, Phone } from '#ground/hl7/adt-event.ts'
import { NHS_NUMBER_SYSTEM, nhsNumberIdentifier } from '#record/person/patient.ts'

/**
 * A sender's record of a person after a message: what it states replaces what was held, what it takes away goes, and
 * what it does not mention stays. Names and addresses are kept as sent; only `name.text` is written to be read.
 */
export function patientAfter(held: Patient | undefined, person: AdtPerson, facility: string): Patient {
  const { resourceType: _, ...before } = held ?? { resourceType: 'Patient' as const }
  const patient: Patient = { resourceType: 'Patient', ...before }
  patient.identifier = [...localIdentifiers(person, facility), ...nhsIdentifiers(held, person)]
  put(patient, 'name', person.names, names => names.map(nameFrom))
  put(patient, 'birthDate', person.birthDate, birthDate => birthDate)
  put(patient, 'gender', person.sex, sex => sex)
  put(patient, 'address', person.addresses, addresses => addresses.map(addressFrom))
  put(patient, 'telecom', person.phones, phones => phones.map(phoneFrom))
  put(patient, 'communication', person.language, language => [
    {
      language: { coding: [{ system: 'urn:ietf:bcp:47', code: languageTag(language.code ?? language.text ?? '') }] },
      preferred: true,
    },
  ])
  put(patient, 'deceasedBoolean', person.deceased, deceased => deceased)
  if (person.deceasedAt) {
    delete patient.deceasedBoolean
    patient.deceasedDateTime = person.deceasedAt.at.toISOString()
  }
  return patient
}

/** Absent leaves alone; null takes away. Source: HL7 v2.5.1 chapter 2.5.3. */
function put<Name extends keyof Patient, Sent>(
  patient: Patient,
  name: Name,
  sent: Sent | null | undefined,
  read: (sent: Sent) => Patient[Name],
): void {
  if (sent === null) delete patient[name]
  else if (sent !== undefined) patient[name] = read(sent)
}

function localIdentifiers(person: AdtPerson, facility: string): NonNullable<Patient['identifier']> {
  return person.localIds.map(({ value, authority, type }) => ({
    system: `urn:cydofal:${authority ?? facility}`,
    value,
    ...(type !== undefined && { type: { text: type } }),
  }))
}

function nhsIdentifiers(held: Patient | undefined, person: AdtPerson): NonNullable<Patient['identifier']> {
  if (person.nhsNumber === null) return []
  if (person.nhsNumber !== undefined) return [nhsNumberIdentifier(person.nhsNumber.number, person.nhsNumber.verified)]
  return (held?.identifier ?? []).filter(({ system }) => system === NHS_NUMBER_SYSTEM)
}

function nameFrom({ family, given, prefix, suffix, use }: PersonName): HumanName {
  return {
    ...(USES[use ?? ''] !== undefined && { use: USES[use ?? ''] }),
    text: [...given, family].flatMap(part => (part === undefined ? [] : [readable(part)])).join(' '),
    ...(family !== undefined && { family }),
    ...(given.length > 0 && { given: [...given] }),
    ...(prefix !== undefined && { prefix: [prefix] }),
    ...(suffix !== undefined && { suffix: [suffix] }),
  }
}

/** HL7 table 0200. */
const USES: Readonly<Record<string, NonNullable<HumanName['use']> | undefined>> = {
  L: 'official',
  CURRENT: 'official',
  D: 'usual',
  M: 'maiden',
  N: 'nickname',
  P: 'old',
}

/** Many systems hold names in capitals; nobody is called so. */
function readable(part: string): string {
  if (part !== part.toUpperCase()) return part
  return part.toLowerCase().replace(/(^|[\s'’-])\p{Letter}/gu, start => start.toUpperCase())
}

function addressFrom({ lines, town, county, postcode, country, kind }: Address): FhirAddress {
  return {
    ...(kind === 'temporary' ? { use: 'temp' } : kind === 'bad' ? { use: 'old' } : { use: 'home' }),
    ...(kind === 'mailing' && { type: 'postal' }),
    ...(lines.length > 0 && { line: [...lines] }),
    ...(town !== undefined && { city: town }),
    ...(county !== undefined && { district: county }),
    ...(postcode !== undefined && { postalCode: postcode }),
    ...(country !== undefined && { country }),
  }
}

function phoneFrom({ number, use }: Phone): ContactPoint {
  return { system: 'phone', value: number, ...(use !== undefined && use !== 'other' && { use }) }
}

/** Senders write `cym`, `CY` or `W`; ISO 639-2 and the habit of Welsh systems. */
function languageTag(code: string): string {
  const folded = code.toLowerCase()
  if (['cy', 'cym', 'wel', 'w', 'welsh'].includes(folded)) return 'cy'
  if (['en', 'eng', 'e', 'english'].includes(folded)) return 'en'
  return folded
}
