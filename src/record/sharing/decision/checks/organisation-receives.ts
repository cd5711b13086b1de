import type { Check } from './check.ts'

/** The clause names the organisation the actor is working for now. */
export const organisationReceives: Check = ({ request, rule }) => rule.receivers.has(request.actor.organisationCode)
