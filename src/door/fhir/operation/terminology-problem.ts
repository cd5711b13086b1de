import type { OperationOutcomeIssue } from 'fhir/r4.js'
import type { TerminologyProblem, TerminologyProblemCode } from '#ground/fhir/terminology/problem.ts'
import type { Outcome } from '#ground/outcome.ts'
import { FhirProblem } from '../problem.ts'

/** The value, or the problem as an app is told it. */
export function answered<Value>(outcome: Outcome<Value, TerminologyProblem>): Value {
  if (outcome.ok) return outcome.value
  throw terminologyProblem(outcome.problem)
}

/** Why a question about codes is not answered. It is about no person, so it may say what is missing. */
export function terminologyProblem({ code, about }: TerminologyProblem): FhirProblem {
  const [name, status, issue] = TOLD[code]
  return new FhirProblem(name, { status, issue, words: say => say(`terminology.${code}`, { about: shown(about) }) })
}

const TOLD: Readonly<Record<TerminologyProblemCode, readonly [string, number, OperationOutcomeIssue['code']]>> = {
  setNotHeld: ['value-set-not-held', 404, 'not-found'],
  systemNotHeld: ['code-system-not-held', 404, 'not-found'],
  mapNotHeld: ['concept-map-not-held', 404, 'not-found'],
  codeNotHeld: ['code-not-held', 404, 'not-found'],
  heldInPart: ['held-in-part', 422, 'incomplete'],
  withoutEnd: ['without-end', 422, 'too-costly'],
  tooMany: ['too-many-codes', 422, 'too-costly'],
  filterNotServed: ['filter-not-served', 422, 'not-supported'],
  circular: ['circular-value-set', 422, 'business-rule'],
}

/** An address or a code that somebody else made up, as far as it may stand in a sentence of ours. */
function shown(about: string): string {
  return about.replace(/[^\w:/.|#?=&%(),*+ -]/g, '·').slice(0, 200)
}
