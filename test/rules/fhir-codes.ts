import type { TerminologyProblemCode } from '#ground/fhir/terminology/problem.ts'
import type { CodeValidated } from '#ground/fhir/terminology/validate-code.ts'
import type { IssueProblem } from '#ground/fhir/validate/issue.ts'
import { all } from './all.ts'

/** What can be wrong with a resource. */
export const FHIR_ISSUES = all<IssueProblem>({
  notResource: true,
  unknownType: true,
  unknownElement: true,
  wrongForm: true,
  empty: true,
  tooMuch: true,
  missing: true,
  tooMany: true,
  severalOfChoice: true,
  wrongValue: true,
  unknownCode: true,
  otherCode: true,
  wrongReference: true,
  brokenRule: true,
  unsafeNarrative: true,
  otherValue: true,
  otherType: true,
  noSlice: true,
  misplacedExtension: true,
})

/** Why a question about codes is not answered, and why a code is not valid. */
export const TERMINOLOGY_ANSWERS = all<TerminologyProblemCode | NonNullable<CodeValidated['because']>>({
  setNotHeld: true,
  systemNotHeld: true,
  mapNotHeld: true,
  codeNotHeld: true,
  heldInPart: true,
  withoutEnd: true,
  tooMany: true,
  filterNotServed: true,
  circular: true,
  notAmongThem: true,
  inSeveralSystems: true,
  calledOtherwise: true,
  abstract: true,
})
