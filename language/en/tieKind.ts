export default {
  caseload: 'You are on their caseload',
  referral: 'Somebody asked them to help you',
  admission: 'You are on their ward',
  carePackage: 'They bring you care',
  tenancy: 'They are your landlord',
  practiceList: 'You are on their practice’s list',
  advocacy: 'They are your advocate',
  identityReview: 'They are finding out whether two records are yours',
  family: 'You chose them as family or friend',
} as const
