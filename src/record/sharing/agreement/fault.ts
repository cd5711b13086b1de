/** Everything that can be wrong with an agreement that is well formed. Each has its words under `agreementFault`. */
export const FAULTS = [
  'ends-before-it-begins',
  'review-outside-term',
  'party-twice',
  'clause-twice',
  'unknown-organisation',
  'not-a-party',
  'opens-nothing',
  'no-hours',
  'wish-not-overridable',
  'case-contradicts',
  'cannot-be-said',
  'cannot-be-queried',
] as const
export type FaultCode = (typeof FAULTS)[number]

/** One thing wrong, with the clause and the name it is about where there is one. */
export interface Fault {
  readonly code: FaultCode
  readonly clause?: number
  /** An organisation's code; for a worked case its place in the list, from 1; for what cannot be said, what it is. */
  readonly name?: string
}
