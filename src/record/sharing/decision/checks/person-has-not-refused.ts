import type { Check } from './check.ts'

/** The person has not refused this class to the actor, their team or their organisation, or the law goes before that. */
export const personHasNotRefused: Check = ({ request, facts, rule }) =>
  rule.overridesWishes ||
  !facts.wishes.some(wish => wish.kind === 'refuse' && wish.dataClasses.includes(request.dataClass))
