import type { ConceptMap, ValueSet } from 'fhir/r4.js'
import { validate } from '#ground/fhir/validate/validate.ts'
import { bodyNotUnderstood } from '../problem.ts'

/** A value set or a map that was sent along, once it has the form of one; what is wrong with it first is named. */
export function wellFormed<Sent extends ConceptMap | ValueSet>(sent: Readonly<Record<string, unknown>>): Sent {
  const fault = validate(sent).find(({ severity }) => severity === 'error')
  if (fault !== undefined) throw bodyNotUnderstood(fault.expression)
  return sent as unknown as Sent
}
