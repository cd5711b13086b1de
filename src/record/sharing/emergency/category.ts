/**
 * Why it could not wait. A closed list: "care" is none of them. Source: reliability.md, section 1.1, on exceptions that
 * were too frequent to be exceptions and reasons that were too empty to be read.
 */
export const EMERGENCY_CATEGORIES = ['life', 'cannot-be-asked', 'safeguarding', 'missing', 'danger-at-home'] as const
export type EmergencyCategory = (typeof EMERGENCY_CATEGORIES)[number]

/** The only ones for which what does most harm in the wrong hands may be opened as well. */
export const SENSITIVE_CATEGORIES = ['life', 'safeguarding'] as const satisfies readonly EmergencyCategory[]

/** Whether the sensitive classes may be asked for with this reason. */
export function allowsSensitive(category: EmergencyCategory): boolean {
  return (SENSITIVE_CATEGORIES as readonly EmergencyCategory[]).includes(category)
}
