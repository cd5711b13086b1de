export default {
  caseSystem: 'Their organisation’s own case records',
  adt: 'A message from the hospital',
  tenancyRegister: 'The landlord’s register of tenants',
  reablementList: 'The reablement team’s list',
  carePackageList: 'The care provider’s list',
  practiceList: 'The practice’s list of patients',
  referral: 'A referral',
  advocacyService: 'The advocacy service',
  personChose: 'You chose them',
  lastingPowerOfAttorney: 'A registered power of attorney',
  selfClaimed: 'They say so themselves; you and their privacy officer were told',
  other: 'Another source',
} as const
