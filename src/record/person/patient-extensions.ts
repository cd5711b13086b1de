import type { Address, Extension, Patient } from 'fhir/r4.js'

/** What an address is known by elsewhere: the UPRN among it. Source: UK Core R4, Extension-UKCore-AddressKey. */
export const ADDRESS_KEY = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AddressKey'
const ADDRESS_KEY_TYPE = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-AddressKeyType'
/** Sex as registered at birth. Source: UK Core R4, Extension-UKCore-BirthSex. */
const BIRTH_SEX = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-BirthSex'
/** Source: FHIR R4, patient-birthPlace. */
export const BIRTH_PLACE = 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace'
const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality'

/** The UPRN as an extension of an address. */
export function uprnKey(uprn: string): Extension {
  const type = { url: 'type', valueCodeableConcept: { coding: [{ system: ADDRESS_KEY_TYPE, code: 'UPRN' }] } }
  return { url: ADDRESS_KEY, extension: [type, { url: 'value', valueString: uprn }] }
}

/** The UPRN of an address, as its sender wrote it. Also as the national service writes the type, as a coding. */
export function uprnOf(address: Address): string | undefined {
  const keys = (address.extension ?? []).filter(({ url }) => url === ADDRESS_KEY)
  const key = keys.find(({ extension = [] }) => {
    const type = extension.find(({ url }) => url === 'type')
    return [type?.valueCoding, ...(type?.valueCodeableConcept?.coding ?? [])].some(coding => coding?.code === 'UPRN')
  })
  return key?.extension?.find(({ url }) => url === 'value')?.valueString
}

/** Sex as registered at birth, where the sender keeps it apart from the administrative one. */
export function birthSexOf(patient: Patient): string | undefined {
  const found = patient.extension?.find(({ url }) => url === BIRTH_SEX)
  return found?.valueCodeableConcept?.coding?.[0]?.code ?? found?.valueCode
}

/** Whether the sender protects the record: the national service's S-flag, or a hospital's protection indicator. */
export function isMarkedSensitive(patient: Patient): boolean {
  return (patient.meta?.security ?? []).some(({ code }) => code === 'R' || code === 'V')
}

/** The record marked as protected, or not any more. */
export function markSensitive(patient: Patient, isSensitive: boolean): void {
  const { security = [], ...meta } = patient.meta ?? {}
  const others = security.filter(({ system }) => system !== CONFIDENTIALITY)
  const marks = isSensitive ? [...others, { system: CONFIDENTIALITY, code: 'R' }] : others
  const now = { ...meta, ...(marks.length > 0 && { security: marks }) }
  if (Object.keys(now).length > 0) patient.meta = now
  else delete patient.meta
}
