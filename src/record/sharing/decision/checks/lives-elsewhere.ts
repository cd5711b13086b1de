import type { Check } from './check.ts'

/** The worker does not live with the person, where the clause asks for that. Somebody whose home nobody knows does not. */
export const livesElsewhere: Check = ({ facts, rule }) => !rule.notAtHome || !facts.livesWithThem
