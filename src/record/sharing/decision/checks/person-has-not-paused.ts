import type { Check } from './check.ts'

/** The person has not stopped all sharing, or the law goes before that. */
export const personHasNotPaused: Check = ({ facts, rule }) =>
  rule.overridesWishes || !facts.wishes.some(({ kind }) => kind === 'pause')
