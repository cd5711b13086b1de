import type { Coding } from 'fhir/r4.js'
import { listAt, textAt, valueAt } from '#ground/fhir/any.ts'
import type { Key } from '#ground/language/say.ts'

/** A section of the summary: by what code it is known, and which resources stand in it. */
export interface Section {
  readonly title: Key
  readonly code: Coding
  /** It is there, also with nothing in it. */
  readonly isRequired: boolean
  readonly types: readonly string[]
  holds(resource: unknown): boolean
}

const loinc = (code: string): Coding => ({ system: 'http://loinc.org', code })

/** What the document as a whole is. Source: HL7 International Patient Summary 1.1.0, Composition. */
export const SUMMARY_CODE = loinc('60591-5')

/** The sections, in their order. Source: HL7 International Patient Summary 1.1.0, sections. */
export const SECTIONS: readonly Section[] = [
  {
    title: 'chart.summaryProblems',
    code: loinc('11450-4'),
    isRequired: true,
    types: ['Condition'],
    holds: condition => isTrue(condition) && !isOver(condition),
  },
  {
    title: 'chart.summaryAllergies',
    code: loinc('48765-2'),
    isRequired: true,
    types: ['AllergyIntolerance'],
    holds: allergy => isTrue(allergy) && !isOver(allergy),
  },
  {
    title: 'chart.summaryMedicines',
    code: loinc('10160-0'),
    isRequired: true,
    types: ['MedicationRequest', 'MedicationStatement'],
    holds: hasStatus('active', 'intended', 'on-hold', 'unknown'),
  },
  {
    title: 'chart.summaryVaccinations',
    code: loinc('11369-6'),
    isRequired: true,
    types: ['Immunization'],
    holds: hasStatus('completed'),
  },
  {
    title: 'chart.summaryResults',
    code: loinc('30954-2'),
    isRequired: true,
    types: ['DiagnosticReport', 'Observation'],
    holds: found => isFound(found) && !isOfKind(found, 'vital-signs') && !isOfKind(found, 'social-history'),
  },
  {
    title: 'chart.summaryProcedures',
    code: loinc('47519-4'),
    isRequired: true,
    types: ['Procedure'],
    holds: hasStatus('completed', 'in-progress', 'on-hold', 'stopped', 'unknown'),
  },
  {
    title: 'chart.summaryVitalSigns',
    code: loinc('8716-3'),
    isRequired: false,
    types: ['Observation'],
    holds: found => isFound(found) && isOfKind(found, 'vital-signs'),
  },
  {
    title: 'chart.summaryPastIllnesses',
    code: loinc('11348-0'),
    isRequired: false,
    types: ['Condition'],
    holds: condition => isTrue(condition) && isOver(condition),
  },
  {
    title: 'chart.summaryWayOfLife',
    code: loinc('29762-2'),
    isRequired: false,
    types: ['Observation'],
    holds: found => isFound(found) && isOfKind(found, 'social-history'),
  },
]

/** Every type of which something may stand in a summary. */
export const SUMMARY_TYPES: readonly string[] = [...new Set(SECTIONS.flatMap(({ types }) => types))]

/** The sections in which a resource stands. */
export function isSummarised(resource: { readonly resourceType: string }): boolean {
  return SECTIONS.some(({ types, holds }) => types.includes(resource.resourceType) && holds(resource))
}

function hasStatus(...some: readonly string[]) {
  return (resource: unknown) => some.includes(textAt(resource, 'status') ?? '')
}

const isFound = hasStatus('preliminary', 'partial', 'final', 'amended', 'corrected', 'appended')

/** It was neither refuted nor entered in error. */
function isTrue(resource: unknown): boolean {
  return !['refuted', 'entered-in-error'].includes(textAt(resource, 'verificationStatus', 'coding', 'code') ?? '')
}

function isOver(resource: unknown): boolean {
  const status = textAt(resource, 'clinicalStatus', 'coding', 'code') ?? ''
  return ['inactive', 'remission', 'resolved'].includes(status)
}

function isOfKind(found: unknown, code: string): boolean {
  const kinds = listAt(found, 'category').flatMap(category => listAt(category, 'coding'))
  return kinds.some(coding => valueAt(coding, 'code') === code)
}
