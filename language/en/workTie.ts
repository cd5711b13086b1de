export default {
  caseload: 'They are on my caseload',
  referral: 'They have been referred to me',
  carePackage: 'I bring them care',
  tenancy: 'They are our tenant',
  practiceList: 'They are on our practice’s list',
  advocacy: 'I am their advocate',
} as const
