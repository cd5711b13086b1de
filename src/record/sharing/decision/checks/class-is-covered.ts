import type { Check } from './check.ts'

/** The clause names this class of data. What is not named is closed. */
export const classIsCovered: Check = ({ request, rule }) => rule.classes.has(request.dataClass)
