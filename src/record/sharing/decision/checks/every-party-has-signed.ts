import type { Check } from './check.ts'

/** An agreement that one party has not signed is closed for all of them. Source: domain.md, trap 7. */
export const everyPartyHasSigned: Check = ({ agreement }) =>
  agreement.content.parties.every(({ organisation }) => agreement.signedBy.has(organisation))
