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
  wrongReference: true,
  brokenRule: true,
  unsafeNarrative: true,
})
