import type { Address, Patient, Reference } from 'fhir/r4.js'

/** Codes of the Organisation Data Service. Source: UK Core R4, ods-organization-code. */
const ODS_CODE = 'https://fhir.nhs.uk/Id/ods-organization-code'

/** Whether the record says that the person has died. */
export function hasDied({ deceasedBoolean, deceasedDateTime }: Patient): boolean {
  return deceasedBoolean === true || deceasedDateTime !== undefined
}

/** Where the person lives, the first where several are held: not where post goes, nor where they lived or stay for a time. */
export function homeAddress({ address = [] }: Patient): Address | undefined {
  const lived = address.filter(({ type, period }) => type !== 'postal' && period?.end === undefined)
  return lived.find(({ use }) => use === 'home') ?? lived.find(({ use }) => use === undefined)
}

/** A general practice, by its code, its name, or both. */
export interface Practice {
  readonly code: string | undefined
  readonly name: string | undefined
}

/** The practice with which the person is registered. */
export function practiceOf({ generalPractitioner }: Patient): Practice | undefined {
  const [held] = generalPractitioner ?? []
  return held && { code: held.identifier?.value?.toUpperCase(), name: held.display }
}

/** A practice as a Patient names it. */
export function practiceReference({ code, name }: Partial<Practice>): Reference {
  return {
    type: 'Organization',
    ...(code !== undefined && { identifier: { system: ODS_CODE, value: code } }),
    ...(name !== undefined && { display: name }),
  }
}
