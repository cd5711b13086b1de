import { agreementIsCurrent } from './agreement-is-current.ts'
import type { Check } from './check.ts'
import { classIsCovered } from './class-is-covered.ts'
import { contributorGives } from './contributor-gives.ts'
import { everyPartyHasSigned } from './every-party-has-signed.ts'
import { organisationReceives } from './organisation-receives.ts'
import { personHasNotRefused } from './person-has-not-refused.ts'
import { purposeIsCovered } from './purpose-is-covered.ts'
import { relationshipHolds } from './relationship-holds.ts'
import { roleIsCovered } from './role-is-covered.ts'

/** Every check a clause must pass, by the name under which a failure is recorded and said. */
export const CHECKS = {
  'contributor-gives': contributorGives,
  'class-is-covered': classIsCovered,
  'organisation-receives': organisationReceives,
  'role-is-covered': roleIsCovered,
  'purpose-is-covered': purposeIsCovered,
  'relationship-holds': relationshipHolds,
  'agreement-is-current': agreementIsCurrent,
  'every-party-has-signed': everyPartyHasSigned,
  'person-has-not-refused': personHasNotRefused,
} as const satisfies Record<string, Check>

export type CheckName = keyof typeof CHECKS
