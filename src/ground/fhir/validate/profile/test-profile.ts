import type { ElementDefinition, StructureDefinition } from 'fhir/r4.js'

/** Where R4's own types are defined. */
export const BASE = 'http://hl7.org/fhir/StructureDefinition/'

/** A profile of a type, from what it says of elements: `element('identifier:nhs.value', { min: 1 })`. */
export function profile(
  url: string,
  type: string,
  element: ElementDefinition[],
  more: Partial<StructureDefinition> = {},
) {
  return {
    resourceType: 'StructureDefinition',
    url,
    name: url,
    status: 'active',
    kind: type === 'Extension' ? 'complex-type' : 'resource',
    abstract: false,
    type,
    baseDefinition: `${BASE}${type}`,
    derivation: 'constraint',
    differential: { element },
    ...more,
  } as StructureDefinition
}

/** What a profile says of one element, by its id. */
export function element(id: string, says: Partial<ElementDefinition>): ElementDefinition {
  return { id, path: id.replace(/:[^.]+/g, ''), ...says }
}
