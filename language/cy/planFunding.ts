import type en from '../en/planFunding.ts'

export default {
  noCost: 'Heb gost i neb',
  ownMoney: 'Arian y person ei hun',
  council: 'Y cyngor',
  health: 'Y bwrdd iechyd',
  joint: 'Y cyngor a’r bwrdd iechyd gyda’i gilydd',
  continuingHealthcare: 'Gofal iechyd parhaus y GIG',
  directPayment: 'Taliad uniongyrchol',
  housingGrant: 'Grant at y cartref',
  charity: 'Elusen',
  other: 'Rhywbeth arall',
} satisfies Record<keyof typeof en, string>
