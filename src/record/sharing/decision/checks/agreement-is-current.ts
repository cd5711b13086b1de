import type { Check } from './check.ts'

/** An agreement opens nothing before its first day or after its last. */
export const agreementIsCurrent: Check = ({ facts, agreement }) =>
  agreement.content.from <= facts.today && facts.today <= agreement.content.until
