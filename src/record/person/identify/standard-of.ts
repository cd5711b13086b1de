import type { Patient } from 'fhir/r4.js'
import { identityOf, NHS_NUMBER_SYSTEM, officialName } from '../patient.ts'
import type { RawIdentity, RawName, Standard } from '../standard/standard.ts'
import { standardise } from '../standard/standardise.ts'

/** What matching compares of a source record. */
export function standardOf(patient: Patient): Standard {
  return standardise(rawOf(patient))
}

function rawOf(patient: Patient): RawIdentity {
  const official = officialName(patient)
  const others = (patient.name ?? []).filter(name => name !== official)
  const telecom = (system: string) =>
    (patient.telecom ?? []).flatMap(one => (one.system === system && one.value !== undefined ? [one.value] : []))
  return {
    nhsNumber: patient.identifier?.find(({ system }) => system === NHS_NUMBER_SYSTEM)?.value,
    nhsNumberStatus: identityOf(patient).nhsNumberVerified ? '01' : undefined,
    ...(official && nameOf(official)),
    aliases: others.map(nameOf),
    born: patient.birthDate,
    bornOrder: 'ymd',
    sex: patient.gender,
    addresses: (patient.address ?? []).map(({ line, city, postalCode }) => ({
      lines: line,
      town: city,
      postcode: postalCode,
    })),
    phones: telecom('phone'),
    emails: telecom('email'),
    died: patient.deceasedDateTime ?? (patient.deceasedBoolean ? 'yes' : undefined),
  }
}

function nameOf(name: NonNullable<Patient['name']>[number]): RawName {
  const [given, ...middle] = name.given ?? []
  return { given, middle: middle.join(' '), surname: name.family }
}
