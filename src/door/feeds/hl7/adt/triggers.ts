import type { AdtTrigger } from '#ground/hl7/trigger.ts'
import { STEPS } from './visit/steps.ts'

/** The events that change only what is held of the person. */
const PERSON_TRIGGERS: readonly AdtTrigger[] = ['A28', 'A31']

/** The events in which a number for somebody is given up in favour of another. */
const MERGE_TRIGGERS: readonly AdtTrigger[] = ['A34', 'A40', 'A43']

/** Whether the event says that two numbers of the sender's are one person's, and is applied. */
export function isMergeTrigger(trigger: AdtTrigger): boolean {
  return MERGE_TRIGGERS.includes(trigger)
}

/** Whether the event changes a stay in hospital, and is applied (`visit/steps.ts` says how). */
export function isVisitTrigger(trigger: AdtTrigger): boolean {
  return Object.hasOwn(STEPS, trigger)
}

/** Whether the event changes only what is held of the person, and is applied. */
export function isPersonTrigger(trigger: AdtTrigger): boolean {
  return PERSON_TRIGGERS.includes(trigger)
}
