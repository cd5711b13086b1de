export default {
  endsBeforeItBegins: 'It ends before it begins.',
  reviewOutsideTerm: 'The review date is not within the period.',
  partyTwice: 'An organisation is a party twice: {name}.',
  clauseTwice: 'Two clauses have the number {clause}.',
  unknownOrganisation: 'It names an organisation that nobody knows: {name}.',
  notAParty: 'Clause {clause}: this organisation neither signs nor is part of one that does: {name}.',
  opensNothing: 'Clause {clause}: it opens nothing. What is sensitive has to be named itself.',
  noHours: 'Clause {clause}: the hours begin and end at the same time, so it would never open.',
  wishNotOverridable: 'Clause {clause}: only a clause for safeguarding may go before a person’s wish.',
  caseContradicts: 'Worked example {name}: the clauses do not do what it says.',
  cannotBeSaid: 'Clause {clause}: it cannot be said clearly in both languages: {name}.',
  cannotBeQueried:
    'Clause {clause}: a search could not be narrowed by it, because there is no such organisation: {name}.',
  overlaps: 'Another version of this agreement is signed by everybody for some of the same days.',
} as const
