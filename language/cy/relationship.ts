import type en from '../en/relationship.ts'

export default {
  caseload: 'ar lwyth achosion y gweithiwr',
  referral: 'wedi’i atgyfeirio at y tîm',
  admission: 'ar y ward',
  carePackage: 'yn derbyn pecyn gofal',
  tenancy: 'yn denant',
  practiceList: 'ar restr y practis',
  advocacy: 'yn cael help eiriolwr',
  identityReview: 'y mae eu cofnod yn cael ei gymharu',
  family: 'wedi’u dewis fel teulu neu ffrind',
} satisfies Record<keyof typeof en, string>
