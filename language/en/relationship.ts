export default {
  caseload: 'on the worker’s caseload',
  referral: 'referred to the team',
  admission: 'on the ward',
  carePackage: 'receiving a care package',
  tenancy: 'a tenant',
  practiceList: 'on the practice’s list',
  advocacy: 'helped by an advocate',
  identityReview: 'whose record is being compared',
  family: 'chosen as family or friend',
} as const
