import type { WriteProblem } from '#record/chart/store/to-write.ts'
import { FhirProblem, notFound, onlyRead } from '../problem.ts'

/** What each problem of writing is at the door: status, kind of issue, and the code by which programs know it. */
const PROBLEMS = {
  'chart.aboutWhom': [422, 'business-rule', 'about-whom', 'chart.aboutWhom'],
  'chart.aboutSeveral': [422, 'business-rule', 'about-several', 'chart.aboutSeveral'],
  'chart.anotherPerson': [422, 'business-rule', 'another-person', 'chart.anotherPerson'],
  'chart.restrictedWithoutWhy': [422, 'business-rule', 'restricted-without-why', 'chart.restrictedWithoutWhy'],
  'chart.twoKindsOfPrivate': [422, 'business-rule', 'two-kinds-of-private', 'chart.twoKindsOfPrivate'],
  'chart.mayNotAdd': [403, 'forbidden', 'may-not-add', 'chart.mayNotAdd'],
  'chart.beyondScope': [403, 'forbidden', 'beyond-scope', 'chart.beyondScope'],
  'chart.notYours': [403, 'forbidden', 'not-yours', 'chart.notYours'],
  'chart.noOrganisation': [403, 'forbidden', 'no-organisation', 'chart.noOrganisation'],
  'chart.hasChanged': [412, 'conflict', 'has-changed', 'chart.hasChanged'],
  'chart.matchesSeveral': [412, 'multiple-matches', 'matches-several', 'chart.matchesSeveral'],
  'chart.anotherId': [400, 'invariant', 'another-id', 'chart.anotherId'],
  'chart.patientBySystem': [403, 'forbidden', 'patient-by-system', 'chart.patientBySystem'],
  'chart.patientKnown': [409, 'duplicate', 'patient-known', 'chart.patientKnown'],
  'chart.patientStays': [409, 'business-rule', 'patient-stays', 'chart.patientStays'],
  'match.numberOfSomebodyElse': [422, 'conflict', 'number-of-somebody-else', 'chart.numberOfSomebodyElse'],
} as const

/** The problem as it is answered. What may not be seen and what does not exist stay one answer. */
export function writeProblem(problem: WriteProblem | 'match.numberOfSomebodyElse'): FhirProblem {
  if (problem === 'chart.notFound') return notFound()
  if (problem === 'chart.onlyTold') return onlyRead()
  const [status, issue, code, key] = PROBLEMS[problem]
  return new FhirProblem(code, { status, issue, words: say => say(key) })
}
