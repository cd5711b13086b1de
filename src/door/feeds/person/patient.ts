import type { HumanName, Identifier, Patient } from 'fhir/r4.js'
import type { AdtPerson, LocalId, PersonName } from '#ground/hl7/adt-event.ts'
import { NHS_NUMBER_REJECTED_SYSTEM, NHS_NUMBER_SYSTEM, nhsNumberIdentifier } from '#record/person/patient.ts'
import { markSensitive } from '#record/person/patient-extensions.ts'
import { practiceReference } from '#record/person/patient-facts.ts'
import { dateTimeOf } from '../hl7/fhir/date-time.ts'
import { type Naming, systemOf } from '../hl7/fhir/naming.ts'
import { readable } from '../hl7/fhir/readable.ts'
import { putAddresses, putContacts } from './addresses.ts'

/**
 * A sender's record of a person after a message: what it states replaces what was held, what it takes away goes, and
 * what it does not mention stays. Names and addresses are kept as sent; only `name.text` is written to be read.
 */
export function patientAfter(held: Patient | undefined, person: Partial<AdtPerson>, naming: Naming): Patient {
  const { resourceType: _, ...before } = held ?? { resourceType: 'Patient' as const }
  const patient: Patient = { resourceType: 'Patient', ...before }
  patient.identifier = [...ownNumbers(held, person, naming), ...nhsIdentifiers(held, person), ...rejected(held, person)]
  putNames(patient, person)
  put(patient, 'birthDate', person.birthDate, birthDate => birthDate)
  put(patient, 'gender', person.sex, sex => sex)
  putAddresses(patient, person.addresses)
  putContacts(patient, person)
  put(patient, 'communication', person.language, language => [
    {
      language: { coding: [{ system: 'urn:ietf:bcp:47', code: languageTag(language.code ?? language.text ?? '') }] },
      preferred: true,
    },
  ])
  put(patient, 'generalPractitioner', person.gpPractice, practice => [practiceReference(practice)])
  putDeath(patient, person)
  putMultipleBirth(patient, person.multipleBirth)
  if (person.isWithdrawn === true) patient.active = false
  if (person.isWithdrawn === false) delete patient.active
  if (person.isProtected !== undefined) markSensitive(patient, person.isProtected === true)
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

/** Its own numbers a sender sends each time, all of them. */
function ownNumbers(held: Patient | undefined, person: Partial<AdtPerson>, naming: Naming): Identifier[] {
  const { localIds } = person
  if (localIds !== undefined) return localIdentifiers({ ...person, localIds }, naming)
  const others: readonly (string | undefined)[] = [NHS_NUMBER_SYSTEM, NHS_NUMBER_REJECTED_SYSTEM]
  return (held?.identifier ?? []).filter(({ system }) => !others.includes(system))
}

function localIdentifiers(person: AdtPerson, naming: Naming): Identifier[] {
  const others = (person.otherIds ?? []).map(id => ({ use: 'secondary' as const, ...identifierFrom(id, naming) }))
  return [...person.localIds.map(id => identifierFrom(id, naming)), ...others]
}

function identifierFrom({ value, authority, type }: LocalId, naming: Naming): Identifier {
  return {
    system: systemOf(naming, authority),
    value,
    ...(type !== undefined && { type: { text: type } }),
  }
}

function nhsIdentifiers(held: Patient | undefined, person: Partial<AdtPerson>): Identifier[] {
  if (person.nhsNumber === null) return []
  if (person.nhsNumber !== undefined) {
    const { number, verified, status } = person.nhsNumber
    return [nhsNumberIdentifier(number, verified, status)]
  }
  return (held?.identifier ?? []).filter(({ system }) => system === NHS_NUMBER_SYSTEM)
}

function rejected(held: Patient | undefined, { localIds, nhsNumberRejected }: Partial<AdtPerson>): Identifier[] {
  if (localIds === undefined)
    return (held?.identifier ?? []).filter(({ system }) => system === NHS_NUMBER_REJECTED_SYSTEM)
  return nhsNumberRejected === undefined ? [] : [{ system: NHS_NUMBER_REJECTED_SYSTEM, value: nhsNumberRejected }]
}

/** Names and aliases are sent in two fields; each is left alone while its own says nothing. */
function putNames(patient: Patient, { names, aliases }: Partial<AdtPerson>): void {
  const held = patient.name ?? []
  const own = names === undefined ? held.filter(name => !isAlias(name)) : (names ?? []).map(nameFrom)
  const others = aliases === undefined ? held.filter(isAlias) : (aliases ?? []).map(aliasFrom)
  if (own.length + others.length > 0) patient.name = [...own, ...others]
  else delete patient.name
}

/** By the id of the element: FHIR has no use for a name that is merely another. */
function isAlias({ id }: HumanName): boolean {
  return id?.startsWith('alias-') ?? false
}

function aliasFrom(name: PersonName, index: number): HumanName {
  const { use, ...rest } = nameFrom(name)
  return { id: `alias-${index + 1}`, ...rest, ...(use !== undefined && use !== 'official' && { use }) }
}

function nameFrom({ family, given, prefix, suffix, use, period }: PersonName): HumanName {
  const as = USES[use?.toUpperCase() ?? '']
  return {
    ...(as !== undefined && { use: as }),
    text: [...given, family].flatMap(part => (part === undefined ? [] : [readable(part)])).join(' '),
    ...(family !== undefined && { family }),
    ...(given.length > 0 && { given: [...given] }),
    ...(prefix !== undefined && { prefix: [prefix] }),
    ...(suffix !== undefined && { suffix: [suffix] }),
    ...(period !== undefined && { period: { ...period } }),
  }
}

/** HL7 table 0200, and the words some senders write. */
const USES: Readonly<Record<string, NonNullable<HumanName['use']> | undefined>> = {
  L: 'official',
  CURRENT: 'official',
  D: 'usual',
  USUAL: 'usual',
  M: 'maiden',
  MAIDEN: 'maiden',
  N: 'nickname',
  PREFERRED: 'nickname',
  P: 'old',
  PREVIOUS: 'old',
  B: 'old',
  BIRTH: 'old',
}

/** The moment, as exactly as it was sent; or only that the person has died. Of the two FHIR has one at most. */
function putDeath(patient: Patient, { deceased, deceasedAt }: Partial<AdtPerson>): void {
  const isAlive = deceased === false || deceased === null
  // The moment is taken away, and not that they have died.
  if (deceasedAt === null && patient.deceasedDateTime !== undefined) patient.deceasedBoolean = true
  if (deceasedAt === null || (isAlive && !deceasedAt)) delete patient.deceasedDateTime
  if (deceasedAt) patient.deceasedDateTime = dateTimeOf(deceasedAt)
  put(patient, 'deceasedBoolean', deceased, said => said)
  if (patient.deceasedDateTime !== undefined) delete patient.deceasedBoolean
}

function putMultipleBirth(patient: Patient, sent: AdtPerson['multipleBirth']): void {
  if (sent === undefined) return
  delete patient.multipleBirthBoolean
  delete patient.multipleBirthInteger
  if (typeof sent === 'number') patient.multipleBirthInteger = sent
  else if (sent !== null) patient.multipleBirthBoolean = sent
}

/** Senders write `cym`, `CY` or `W`; ISO 639-2 and the habit of Welsh systems. */
function languageTag(code: string): string {
  const folded = code.toLowerCase()
  if (['cy', 'cym', 'wel', 'w', 'welsh'].includes(folded)) return 'cy'
  if (['en', 'eng', 'e', 'english'].includes(folded)) return 'en'
  return folded
}
