import type { Identifier, Patient } from 'fhir/r4.js'
import { parts, repeated, type Segment, text } from '#ground/hl7/compose.ts'
import { NHS_NUMBER_SYSTEM, officialName } from '#record/person/patient.ts'

/** PID of who somebody is, by these numbers and no others, with whatever else is told of them. */
export function pidOf(patient: Patient, identifiers: readonly Identifier[], more: Segment[1] = {}): Segment {
  const name = officialName(patient)
  const given = name?.given ?? []
  return [
    'PID',
    {
      3: repeated(identifiers.map(numberOf)),
      5: parts(text(name?.family), text(given[0]), text(given.slice(1).join(' ')), '', '', '', 'L'),
      7: text(patient.birthDate?.replaceAll('-', '')),
      8: SEXES[patient.gender ?? 'unknown'],
      ...more,
    },
  ]
}

/** Source: HL7 v2.5.1 table 0001. */
const SEXES = { male: 'M', female: 'F', other: 'O', unknown: 'U' } as const

function numberOf({ system, value, assigner }: Identifier): string {
  if (system === NHS_NUMBER_SYSTEM) return parts(text(value), '', '', 'NHS', 'NH')
  const authority = assigner?.display ?? system?.split(/[:/]/).at(-1)
  return parts(text(value), '', '', text(authority), 'PI')
}
