export default {
  identity: 'Who somebody is',
  ownPlan: 'Their own words and plan',
  care: 'Care and support',
  hospital: 'Hospital',
  clinical: 'Health',
  safeguarding: 'Safeguarding',
  home: 'Home',
  apart: 'What is kept apart',
} as const
