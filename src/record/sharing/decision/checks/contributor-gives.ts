import type { Check } from './check.ts'

/** The clause names the organisation whose data it is. */
export const contributorGives: Check = ({ request, rule }) => rule.givers.has(request.contributor)
