import type { Address, HumanName, Patient } from 'fhir/r4.js'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { NHS_NUMBER_REJECTED_SYSTEM, NHS_NUMBER_STATUS, NHS_NUMBER_SYSTEM, officialName } from './patient.ts'
import { birthSexOf, uprnOf } from './patient-extensions.ts'
import type { RawAddress, RawIdentity, RawName } from './standard/standard.ts'

/**
 * What a source record says of who it is about, as flat text, before anything is made of it. Of names and addresses all
 * of them, past ones too: they are what two agencies often have in common. A place of work is nobody's home.
 */
export function rawOfPatient(patient: Patient): RawIdentity {
  const official = officialName(patient)
  const others = (patient.name ?? []).filter(name => name !== official)
  const telecom = patient.telecom ?? []
  return {
    ...numberOf(patient),
    ...(official !== undefined && rawName(official)),
    title: official?.prefix?.join(' '),
    aliases: others.map(rawName),
    born: patient.birthDate,
    bornOrder: 'ymd',
    sex: sexOf(patient),
    addresses: (patient.address ?? []).filter(({ use }) => use !== 'work').map(rawAddress),
    phones: telecom.filter(({ system }) => system === 'phone' || system === 'sms').map(({ value }) => value ?? ''),
    emails: telecom.filter(({ system }) => system === 'email').map(({ value }) => value ?? ''),
    died: patient.deceasedDateTime ?? (patient.deceasedBoolean === true ? 'true' : undefined),
  }
}

/** A right number before a damaged one. */
function numberOf(patient: Patient): Pick<RawIdentity, 'nhsNumber' | 'nhsNumberStatus'> {
  const identifiers = patient.identifier ?? []
  const own = identifiers.filter(({ system }) => system === NHS_NUMBER_SYSTEM)
  const right = own.find(({ value }) => parseNhsNumber(value ?? '') !== undefined)
  const found = right ?? own[0] ?? identifiers.find(({ system }) => system === NHS_NUMBER_REJECTED_SYSTEM)
  const status = found?.extension?.find(({ url }) => url === NHS_NUMBER_STATUS)?.valueCodeableConcept?.coding
  return { nhsNumber: found?.value, nhsNumberStatus: status?.[0]?.code }
}

function rawName({ given, family, text }: HumanName): RawName {
  const [first, ...others] = given ?? []
  return { given: first, middle: others.join(' '), surname: family, fullname: text }
}

/**
 * The administrative sex. Where a record also has another for birth, neither is compared: it would count against somebody
 * who changed the one, and lead from the person of today to the one of before.
 */
function sexOf(patient: Patient): string | undefined {
  const atBirth = birthSexOf(patient)?.slice(0, 1).toLowerCase()
  const { gender } = patient
  return atBirth === undefined || atBirth === gender?.slice(0, 1) ? gender : undefined
}

function rawAddress(address: Address): RawAddress {
  const { line, city, postalCode, text, use, type, period } = address
  return {
    lines: line ?? (text === undefined ? [] : [text]),
    town: city,
    postcode: postalCode,
    uprn: uprnOf(address),
    isPast: use === 'old' || use === 'billing' || type === 'postal' || period?.end !== undefined,
  }
}
