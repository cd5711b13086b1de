export default {
  noCost: 'No cost to anybody',
  ownMoney: 'Their own money',
  council: 'Council',
  health: 'Health board',
  joint: 'Council and health board together',
  continuingHealthcare: 'Continuing NHS healthcare',
  directPayment: 'Direct payment',
  housingGrant: 'Grant for the home',
  charity: 'Charity',
  other: 'Something else',
} as const
