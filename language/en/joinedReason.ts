export default {
  matchSure: 'What the two records say of who they are about agrees so well that it is the same person',
  matchKnownFromTheStart: 'It was known when the region began',
  matchNumberVerified: 'The same verified NHS number, and what else the two records say agrees',
  proposalMerged: 'The organisation that sent both records says that they are one person’s',
  proposalSaidOne: 'The organisation that sent both records says that they are about one person',
  proposalSaidTwo: 'The organisation that sent both records says that they are about two people',
  matchNotTheSame: 'What the two records say does not agree',
  other: 'It follows from how records are matched',
} as const
