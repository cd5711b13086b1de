import type { Check } from './check.ts'

/** The clause names the role of the post in which the actor is working now. */
export const roleIsCovered: Check = ({ request, rule }) => rule.roles.has(request.actor.role)
