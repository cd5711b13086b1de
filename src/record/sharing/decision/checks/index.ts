import { actionIsCovered } from './action-is-covered.ts'
import { agreementIsCurrent } from './agreement-is-current.ts'
import type { Check } from './check.ts'
import { classIsCovered } from './class-is-covered.ts'
import { cohortIsCovered } from './cohort-is-covered.ts'
import { contributorGives } from './contributor-gives.ts'
import { everyPartyHasSigned } from './every-party-has-signed.ts'
import { hourIsCovered } from './hour-is-covered.ts'
import { livesElsewhere } from './lives-elsewhere.ts'
import { organisationReceives } from './organisation-receives.ts'
import { personHasNotPaused } from './person-has-not-paused.ts'
import { personHasNotRefused } from './person-has-not-refused.ts'
import { purposeIsCovered } from './purpose-is-covered.ts'
import { relationshipHolds } from './relationship-holds.ts'
import { roleIsCovered } from './role-is-covered.ts'

/**
 * Every check a clause must pass, by the name under which a failure is recorded and said. Those that most clauses fail
 * come first: a decision asks a clause no further than its first failure.
 */
export const CHECKS = {
  'contributor-gives': contributorGives,
  'relationship-holds': relationshipHolds,
  'purpose-is-covered': purposeIsCovered,
  'action-is-covered': actionIsCovered,
  'class-is-covered': classIsCovered,
  'organisation-receives': organisationReceives,
  'role-is-covered': roleIsCovered,
  'cohort-is-covered': cohortIsCovered,
  'hour-is-covered': hourIsCovered,
  'lives-elsewhere': livesElsewhere,
  'agreement-is-current': agreementIsCurrent,
  'every-party-has-signed': everyPartyHasSigned,
  'person-has-not-refused': personHasNotRefused,
  'person-has-not-paused': personHasNotPaused,
} as const satisfies Record<string, Check>

export type CheckName = keyof typeof CHECKS
