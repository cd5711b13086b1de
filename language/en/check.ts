export default {
  contributorGives: 'The organisation that holds it has not agreed to share it with them.',
  classIsCovered: 'The agreement does not cover this kind of information.',
  organisationReceives: 'The agreement does not let their organisation see it.',
  roleIsCovered: 'The agreement does not let anybody in their job see it.',
  purposeIsCovered: 'The agreement does not cover what they wanted it for.',
  relationshipHolds: 'As far as we know, they were not working with you then.',
  agreementIsCurrent: 'The agreement had not begun, or had come to an end.',
  everyPartyHasSigned: 'Not every organisation had signed the agreement, so it allowed nothing.',
  personHasNotRefused: 'You have said that they may not see it.',
  personHasNotChosen: 'You have not chosen to let them see it.',
  noClause: 'No agreement lets them see anything about you.',
} as const
