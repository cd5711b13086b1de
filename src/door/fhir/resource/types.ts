import type { FhirResource } from 'fhir/r4.js'
import { isResourceType, resourceTypes } from '#ground/fhir/definitions/types.ts'

/** What is told from elsewhere than the chart, and what FHIR keeps nowhere: parameters and outcomes. */
const APART: ReadonlySet<string> = new Set(['AuditEvent', 'Subscription', 'Parameters', 'OperationOutcome'])

/** Whether resources of a type are kept in the chart. */
export function isKept(type: string): boolean {
  return isResourceType(type) && !APART.has(type)
}

/** The name of a type, as the compiler knows them. */
export type ResourceType = FhirResource['resourceType']

/** Every type that is kept in the chart, by name. */
export function keptTypes(): readonly ResourceType[] {
  return (resourceTypes() as readonly ResourceType[]).filter(isKept).toSorted()
}
