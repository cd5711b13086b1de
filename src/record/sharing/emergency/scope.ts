import type { DataClass } from '../vocabulary.ts'

/** The longest an emergency may stay open, hours. */
export const EMERGENCY_HOURS_MAX = 4
/** The longest one of the sensitive classes may stay open, hours. */
export const SENSITIVE_EMERGENCY_HOURS_MAX = 1

/** What an emergency opens when nothing more is asked for: enough to keep somebody safe tonight. */
export const EMERGENCY_CLASSES = [
  'demographics',
  'contacts',
  'about-me',
  'plan',
  'care-and-support',
  'presence-in-hospital',
  'hospital-care',
  'clinical-summary',
] as const satisfies readonly DataClass[]

/** What can be opened besides, each asked for by itself and behind a higher bar. */
export const SENSITIVE_EMERGENCY_CLASSES = [
  'mental-health',
  'substance-misuse',
  'sexual-health',
  'safeguarding-conclusion',
  'protected-address',
  'home-access-codes',
] as const satisfies readonly DataClass[]
