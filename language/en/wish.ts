export default {
  notYourRecord:
    'Only the person themselves can decide this, or whoever lawfully decides for them. Nothing was changed.',
  capacityHolds: 'They can decide this themselves, so you cannot decide it for them. Nothing was changed.',
  actTogether:
    'You may decide only together with the others who hold this power, and that cannot be done here. Nothing was changed.',
  nothingNamed: 'Choose at least one kind of information',
  unknownClass: 'Choose only from the kinds of information in the list',
  nobodyNamed: 'Choose whom it is about',
  noTie: 'They have nothing to do with you here, so there is nothing to decide. Choose somebody from the list',
  notYoursToDecide: 'That is not yours to decide: they chose it themselves, or your power is not about it',
  refusedMoreWidely: 'You have said that their whole team or organisation may not see this. Take that back first',
  wordsTooLong: 'Your words may have at most 1,000 characters',
  unknown: 'That wish is not there',
} as const
