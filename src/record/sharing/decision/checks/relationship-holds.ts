import type { Check } from './check.ts'

/** The actor, their team or their organisation has one of the ties to this person that the clause asks for. */
export const relationshipHolds: Check = ({ facts, rule }) => {
  for (const { kind, days } of facts.ties) {
    if (rule.relationships.has(kind) && days <= (rule.daysAfterTieBegins ?? days)) return true
  }
  return false
}
