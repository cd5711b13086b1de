export default {
  healthBoard: 'health board',
  hospital: 'hospital',
  council: 'council',
  housingAssociation: 'housing association',
  careProvider: 'care provider',
  charity: 'charity',
  partnership: 'partnership',
  person: 'the person themselves',
} as const
