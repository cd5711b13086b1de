export default {
  matchLikely: 'Much speaks for it that two records are one person’s, but not enough to be sure.',
  matchNumberNotVerified: 'The NHS number is the same, but nobody has verified it on one of the records.',
  matchSeveralPeople: 'The record may be any of several people’s.',
  matchGuarded: 'The records are alike, and there is a reason why no machine may join them.',
  matchChanged: 'What the record says has changed so much that it may be somebody else’s now.',
  matchManyRecords: 'More records are joined as one person’s than one person usually has.',
  matchOneDied: 'One of the joined records says that the person has died, and another does not.',
  proposalBareNumber: 'The sender gave up a number without saying whose number it is.',
  proposalOthersJoined: 'The sender says that two records are one person’s, and other agencies’ records hang on both.',
  proposalDoNotAgree: 'The sender says that two records are one person’s, and they say different things.',
  proposalJoinedByOthers: 'The sender says that two records are not one person’s, and somebody else has joined them.',
  saidNotMine: 'The person says that a record is not theirs.',
} as const
