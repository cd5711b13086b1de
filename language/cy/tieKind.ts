import type en from '../en/tieKind.ts'

export default {
  caseload: 'Rydych chi ar eu llwyth achosion',
  referral: 'Gofynnodd rhywun iddyn nhw eich helpu',
  admission: 'Rydych chi ar eu ward',
  carePackage: 'Nhw sy’n dod â gofal i chi',
  tenancy: 'Nhw yw eich landlord',
  practiceList: 'Rydych chi ar restr eu practis',
  advocacy: 'Nhw yw eich eiriolwr',
  identityReview: 'Maen nhw’n canfod ai chi biau dau gofnod',
  family: 'Chi a’u dewisodd fel teulu neu ffrind',
} satisfies Record<keyof typeof en, string>
