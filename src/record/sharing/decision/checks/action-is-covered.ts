import type { Check } from './check.ts'

/** The clause lets them do what they ask to do: read, or add to it. */
export const actionIsCovered: Check = ({ request, rule }) => rule.actions.has(request.action)
