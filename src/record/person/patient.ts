import type { Coding, Patient } from 'fhir/r4.js'
import { type NhsNumber, parseNhsNumber } from '#ground/nhs-number.ts'

/** Source: UK Core R4, used in Wales too (domain.md 2.9). */
export const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number'
/** Of ours: what stood where the NHS number belongs and cannot be one. Kept, compared as damaged, believed by nobody. */
export const NHS_NUMBER_REJECTED_SYSTEM = 'urn:cydofal:nhs-number-rejected'
/** Says of an NHS number how far it was verified: an extension of the identifier. */
export const NHS_NUMBER_STATUS =
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus'
/** The codes of that status, as Wales has them. */
export const NHS_NUMBER_STATUS_SYSTEM = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusWales'
/** The status of a number that was present and has been traced in the national index. */
export const VERIFIED = '01'
/** The statuses that say so: `nn` is a number traced in the Welsh index. */
export const VERIFIED_STATUSES: readonly string[] = [VERIFIED, 'nn']

/** The few facts of a source record that say who it is about. */
export interface Identity {
  readonly nhsNumber: NhsNumber | undefined
  readonly nhsNumberVerified: boolean
  /** ISO 8601 day, or undefined when it is not known to the day. */
  readonly birthDate: string | undefined
  /** Family name folded: no accents, no case, letters only. Empty when there is none. */
  readonly familyKey: string
}

/** Reads who a Patient resource is about. */
export function identityOf(patient: Patient): Identity {
  const identifier = patient.identifier?.find(({ system }) => system === NHS_NUMBER_SYSTEM)
  const status = identifier?.extension?.find(({ url }) => url === NHS_NUMBER_STATUS)
  const born = patient.birthDate
  return {
    nhsNumber: identifier?.value === undefined ? undefined : parseNhsNumber(identifier.value),
    nhsNumberVerified: status?.valueCodeableConcept?.coding?.some(isVerified) ?? false,
    birthDate: born !== undefined && isDay(born) ? born : undefined,
    familyKey: fold(officialName(patient)?.family ?? ''),
  }
}

/** The number that whoever keeps a Patient has for somebody, with the system it stands under: never the NHS number. */
export function ownIdentifier(
  identifiers: readonly { readonly system?: string | undefined; readonly value?: string | undefined }[],
): string | undefined {
  const own = identifiers.find(({ system, value }) => system !== NHS_NUMBER_SYSTEM && value !== undefined)
  return own && `${own.system ?? ''}|${own.value}`
}

/** A day that there was: some systems keep the 29th of February of any year. */
function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return Number(year) > 0 && date.toISOString().startsWith(text)
}

function isVerified({ code }: Coding): boolean {
  return VERIFIED_STATUSES.includes(code ?? '')
}

/** The NHS number as a FHIR identifier, with its status: that it has been verified, or what else its sender says. */
export function nhsNumberIdentifier(
  number: NhsNumber,
  verified: boolean,
  otherStatus?: string,
): NonNullable<Patient['identifier']>[number] {
  const code = verified ? VERIFIED : otherStatus
  const coding = [{ system: NHS_NUMBER_STATUS_SYSTEM, code }]
  return {
    ...(code !== undefined && { extension: [{ url: NHS_NUMBER_STATUS, valueCodeableConcept: { coding } }] }),
    system: NHS_NUMBER_SYSTEM,
    value: number,
  }
}

/** The name to know somebody by: the official or usual one, else the first. */
export function officialName(patient: Patient): NonNullable<Patient['name']>[number] | undefined {
  const names = patient.name ?? []
  return names.find(({ use }) => use === 'official') ?? names.find(({ use }) => use === 'usual') ?? names[0]
}

/** A name for comparing, so that Siân and SIAN, Ap-Rhys and ap Rhys are the same. */
export function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}]/gu, '')
}
