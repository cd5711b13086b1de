import type en from '../en/dataClass.ts'

export default {
  demographics: 'enw, dyddiad geni a rhif GIG',
  contacts: 'cyfeiriad a ffôn',
  protectedAddress: 'cyfeiriad gwarchodedig',
  aboutMe: 'amdanaf i a beth sy’n bwysig',
  plan: 'cynllun a nodau',
  careAndSupport: 'gofal a chymorth',
  presenceInHospital: 'bod yn yr ysbyty, a phryd y disgwylir dychwelyd adref',
  hospitalCare: 'ward a rheswm dros fod yn yr ysbyty',
  clinicalSummary: 'canlyniadau profion, llythyrau ac apwyntiadau',
  mentalHealth: 'iechyd meddwl',
  substanceMisuse: 'alcohol a chyffuriau',
  sexualHealth: 'iechyd rhywiol',
  safeguardingConclusion: 'casgliad diogelu',
  safeguardingEnquiry: 'ymholiad diogelu',
  housingAndTenancy: 'tai a thenantiaeth',
  homeAccessCodes: 'codau sêff allweddi a drysau',
  finance: 'arian',
  carersOwn: 'geiriau’r gofalwr ei hun',
} satisfies Record<keyof typeof en, string>
