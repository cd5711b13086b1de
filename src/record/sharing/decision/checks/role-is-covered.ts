import type { Check } from './check.ts'

/** The clause names the role of the post in which the actor is working now. */
export const roleIsCovered: Check = ({ request, clause }) => clause.roles.includes(request.actor.role)
