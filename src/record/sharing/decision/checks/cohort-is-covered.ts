import { asksForAge, bornBetween, isBornBetween } from '#record/sharing/agreement/cohort.ts'
import type { Check } from './check.ts'

/**
 * The person is one of those the clause is about. Where agencies hold different birth dates all of them must be, and
 * where nobody holds one a clause that asks for an age is closed.
 */
export const cohortIsCovered: Check = ({ facts, rule }) => {
  if (rule.cohort === 'everybody') return true
  if (rule.cohort === 'in-hospital') return facts.isInHospital
  const between = bornBetween(rule.cohort, facts.today)
  if (!asksForAge(between)) return true
  return facts.birthDates.length > 0 && facts.birthDates.every(birthDate => isBornBetween(between, birthDate))
}
