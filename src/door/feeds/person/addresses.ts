import type { ContactPoint, Address as FhirAddress, Patient } from 'fhir/r4.js'
import type { Address, AdtPerson, Phone } from '#ground/hl7/adt-event.ts'
import type { Stated } from '#ground/hl7/stated.ts'
import { BIRTH_PLACE, uprnKey } from '#record/person/patient-extensions.ts'

/** Where the person lives or is reached. Where they were born is no address of theirs, and stands apart. */
export function putAddresses(patient: Patient, sent: Stated<readonly Address[]> | undefined): void {
  if (sent === undefined) return
  const addresses = (sent ?? []).filter(({ kind }) => kind !== 'birth').map(addressFrom)
  if (addresses.length > 0) patient.address = addresses
  else delete patient.address
  const born = (sent ?? []).find(({ kind }) => kind === 'birth')
  const others = (patient.extension ?? []).filter(({ url }) => url !== BIRTH_PLACE)
  const extension = born === undefined ? others : [...others, { url: BIRTH_PLACE, valueAddress: placeFrom(born) }]
  if (extension.length > 0) patient.extension = extension
  else delete patient.extension
}

/** Telephones and e-mail are one list in FHIR and two in HL7; each is left alone while nothing is said of it. */
export function putContacts(patient: Patient, { phones, emails }: Partial<AdtPerson>): void {
  if (phones === undefined && emails === undefined) return
  const held = patient.telecom ?? []
  const telecom = [
    ...(phones === undefined ? held.filter(({ system }) => system !== 'email') : (phones ?? []).map(phoneFrom)),
    ...(emails === undefined
      ? held.filter(({ system }) => system === 'email')
      : emails.map((value): ContactPoint => ({ system: 'email', value }))),
  ]
  if (telecom.length > 0) patient.telecom = telecom
  else delete patient.telecom
}

function addressFrom(address: Address): FhirAddress {
  return { ...USES[address.kind ?? 'home'], ...placeFrom(address) }
}

/** An address known to be wrong is kept as one of before. */
const USES: Readonly<Record<NonNullable<Address['kind']>, Pick<FhirAddress, 'use' | 'type'>>> = {
  home: { use: 'home' },
  temporary: { use: 'temp' },
  mailing: { use: 'home', type: 'postal' },
  work: { use: 'work' },
  bad: { use: 'old' },
  birth: {},
  other: { use: 'home' },
}

function placeFrom({ lines, town, county, postcode, country, uprn, period }: Address): FhirAddress {
  return {
    ...(uprn !== undefined && { extension: [uprnKey(uprn)] }),
    ...(lines.length > 0 && { line: [...lines] }),
    ...(town !== undefined && { city: town }),
    ...(county !== undefined && { district: county }),
    ...(postcode !== undefined && { postalCode: postcode }),
    ...(country !== undefined && { country }),
    ...(period !== undefined && { period: { ...period } }),
  }
}

function phoneFrom({ number, use }: Phone): ContactPoint {
  return { system: 'phone', value: number, ...(use !== undefined && use !== 'other' && { use }) }
}
