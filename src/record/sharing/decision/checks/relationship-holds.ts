import type { Check } from './check.ts'

/** The actor, their team or their organisation has one of the ties to this person that the clause asks for. */
export const relationshipHolds: Check = ({ facts, rule }) =>
  facts.ties.some(({ kind, days }) => rule.relationships.has(kind) && days <= (rule.daysAfterTieBegins ?? days))
