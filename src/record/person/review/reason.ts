/** Why somebody must say whose a record is. Each has its words in `language/{en,cy}/review`. */
export const REVIEW_REASONS = [
  /** Much speaks for it, and not enough to be sure. */
  'match.likely',
  'match.numberNotVerified',
  'match.severalPeople',
  /** A guard stands against joining them without a person. */
  'match.guarded',
  /** What the record says has changed so much that it may be somebody else's now. A doubt. */
  'match.changed',
  /** More records are about this person than one has. A doubt. */
  'match.manyRecords',
  /** One says that the person has died, and the other that they have not. A doubt. */
  'match.oneDied',
  /** Matching joined them, and would not by what it has learnt since. A doubt. */
  'match.newModel',
  /** Drawn at random, to see how often matching is right. A doubt of nobody's. */
  'match.sampled',
  'proposal.bareNumber',
  'proposal.othersJoined',
  'proposal.doNotAgree',
  'proposal.joinedByOthers',
  /** Somebody said so through an app. */
  'proposal.asked',
  /** The person, or somebody who works with them, says that a record is not theirs. */
  'said.notMine',
  /** Its sender has deleted a record that is joined to others. A doubt. */
  'said.withdrawn',
] as const

export type ReviewReason = (typeof REVIEW_REASONS)[number]

/** Reasons to doubt that records which are one person's now are. */
export const DOUBTS: readonly ReviewReason[] = [
  'match.changed',
  'match.manyRecords',
  'match.oneDied',
  'match.newModel',
  'match.sampled',
  'said.notMine',
  'said.withdrawn',
]
