import type { Check } from './check.ts'

/** The actor, their team or their organisation has one of the ties to this person that the clause asks for. */
export const relationshipHolds: Check = ({ facts, clause }) =>
  clause.relationships.some(kind => facts.relationships.has(kind))
