import { isResourceType, resourceTypes } from '#ground/fhir/definitions/types.ts'

/** What is told from elsewhere than the chart, and what FHIR keeps nowhere: parameters and outcomes. */
const APART: ReadonlySet<string> = new Set(['AuditEvent', 'Subscription', 'Parameters', 'OperationOutcome'])

/** Whether resources of a type are kept in the chart. */
export function isKept(type: string): boolean {
  return isResourceType(type) && !APART.has(type)
}

/** Every type that is kept in the chart, by name. */
export function keptTypes(): readonly string[] {
  return resourceTypes().filter(isKept).toSorted()
}
