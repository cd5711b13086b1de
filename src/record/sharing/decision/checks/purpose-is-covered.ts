import type { Check } from './check.ts'

/** The clause is for the purpose the actor is looking for. */
export const purposeIsCovered: Check = ({ request, rule }) => rule.purpose === request.purpose
