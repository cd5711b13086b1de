import { actionIsCovered } from './action-is-covered.ts'
import { agreementIsCurrent } from './agreement-is-current.ts'
import type { Check } from './check.ts'
import { classIsCovered } from './class-is-covered.ts'
import { cohortIsCovered } from './cohort-is-covered.ts'
import { contributorGives } from './contributor-gives.ts'
import { everyPartyHasSigned } from './every-party-has-signed.ts'
import { hourIsCovered } from './hour-is-covered.ts'
import { organisationReceives } from './organisation-receives.ts'
import { personHasNotPaused } from './person-has-not-paused.ts'
import { personHasNotRefused } from './person-has-not-refused.ts'
import { purposeIsCovered } from './purpose-is-covered.ts'
import { relationshipHolds } from './relationship-holds.ts'
import { roleIsCovered } from './role-is-covered.ts'

/** Every check a clause must pass, by the name under which a failure is recorded and said. */
export const CHECKS = {
  'class-is-covered': classIsCovered,
  'contributor-gives': contributorGives,
  'action-is-covered': actionIsCovered,
  'organisation-receives': organisationReceives,
  'role-is-covered': roleIsCovered,
  'purpose-is-covered': purposeIsCovered,
  'relationship-holds': relationshipHolds,
  'cohort-is-covered': cohortIsCovered,
  'hour-is-covered': hourIsCovered,
  'agreement-is-current': agreementIsCurrent,
  'every-party-has-signed': everyPartyHasSigned,
  'person-has-not-refused': personHasNotRefused,
  'person-has-not-paused': personHasNotPaused,
} as const satisfies Record<string, Check>

export type CheckName = keyof typeof CHECKS
