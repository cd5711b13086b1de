import type { Check } from './check.ts'

/** The clause names the organisation whose data it is. */
export const contributorGives: Check = ({ request, clause }) => clause.givers.includes(request.contributor)
