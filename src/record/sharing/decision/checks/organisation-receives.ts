import type { Check } from './check.ts'

/** The clause names the organisation the actor is working for now. */
export const organisationReceives: Check = ({ request, clause }) =>
  clause.receivers.includes(request.actor.organisationCode)
