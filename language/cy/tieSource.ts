import type en from '../en/tieSource.ts'

export default {
  caseSystem: 'Cofnodion achos eu sefydliad eu hunain',
  adt: 'Neges gan yr ysbyty',
  tenancyRegister: 'Cofrestr tenantiaid y landlord',
  reablementList: 'Rhestr y tîm ailalluogi',
  carePackageList: 'Rhestr y darparwr gofal',
  practiceList: 'Rhestr cleifion y practis',
  referral: 'Atgyfeiriad',
  advocacyService: 'Y gwasanaeth eiriolaeth',
  personChose: 'Chi a’u dewisodd',
  lastingPowerOfAttorney: 'Pŵer atwrnai cofrestredig',
  selfClaimed: 'Nhw eu hunain sy’n dweud; cawsoch chi a’u swyddog preifatrwydd wybod',
  identityReview: 'Tasg i ganfod cofnod pwy ydyw',
  other: 'Ffynhonnell arall',
} satisfies Record<keyof typeof en, string>
