import type { FhirResource, Reference } from 'fhir/r4.js'
import type { ItemKind } from '#work/plan/item-kind.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import type { Telling } from './telling.ts'

/** By what kind of resource each kind of item travels. */
export const RESOURCE_OF_KIND = {
  matters: 'Observation',
  strength: 'Observation',
  need: 'Condition',
  goal: 'Goal',
  action: 'Task',
  monitoring: 'Task',
  contingency: 'Task',
  'warning-sign': 'Flag',
  anticipatory: 'Task',
  'advance-statement': 'Consent',
  'direct-payment': 'Task',
  home: 'Task',
  'safeguarding-conclusion': 'Flag',
} as const satisfies Record<ItemKind, FhirResource['resourceType']>

/** How others refer to an item. */
export function referenceTo({ kind, id }: Pick<PlanItem, 'kind' | 'id'>): Reference {
  return { reference: `${RESOURCE_OF_KIND[kind]}/${id}` }
}

/** How the person is referred to. */
export function subjectOf({ plan: { banner } }: Telling): Reference {
  return { reference: `Patient/${banner.personId}`, ...(banner.name !== '' && { display: banner.name }) }
}

/** Each score of a goal has an id of its own, which is the goal's with its place. */
export function scoreId({ id }: Pick<PlanItem, 'id'>, place: number): string {
  return `${id}-score-${place + 1}`
}
