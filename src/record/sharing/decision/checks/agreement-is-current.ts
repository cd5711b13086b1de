import type { Check } from './check.ts'

/** An agreement opens nothing before its first day or after its last, nor after the day on which a party ended it. */
export const agreementIsCurrent: Check = ({ facts, agreement: { content, endedOn } }) =>
  content.from <= facts.today && facts.today <= content.until && (endedOn === undefined || facts.today <= endedOn)
