export default {
  directCare: 'direct care',
  discharge: 'planning the way home',
  housingSupport: 'housing support',
  carerSupport: 'support for carers',
  safeguarding: 'safeguarding',
  servicePlanning: 'planning services',
  identity: 'finding out whose a record is',
  ownRecord: 'reading their own record',
  family: 'family or friend',
  representation: 'acting lawfully for somebody',
  trailOversight: 'checking who has looked',
} as const
