/** Why somebody must say whose a record is. Each has its words in `language/{en,cy}/review`. */
export const REVIEW_REASONS = [
  /** Much speaks for it, and not enough to be sure. */
  'match.likely',
  'match.numberNotVerified',
  'match.severalPeople',
  /** A guard stands against joining them without a person. */
  'match.guarded',
  'proposal.bareNumber',
  'proposal.othersJoined',
  'proposal.doNotAgree',
  'proposal.joinedByOthers',
  /** The person, or somebody who works with them, says that a record is not theirs. */
  'said.notMine',
] as const

export type ReviewReason = (typeof REVIEW_REASONS)[number]
