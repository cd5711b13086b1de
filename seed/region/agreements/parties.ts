import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'

type Party = AgreementContent['parties'][number]

/** The hospitals are parts of the health board: it signs for them, and clauses name them beside it. */
export const HOSPITALS = ['bwrdd-iechyd', 'ysbyty-glan-hafren', 'ysbyty-pont-y-celyn']
export const COUNCILS = ['cyngor-dyffryn-banadl', 'cyngor-bro-rhedyn']
export const LANDLORDS = ['cartrefi-gwennol', 'tai-clicied']

const director = {
  en: 'Statutory Director of Social Services',
  cy: 'Cyfarwyddwr Statudol y Gwasanaethau Cymdeithasol',
}
const chiefExecutive = { en: 'Chief Executive', cy: 'Prif Weithredwr' }

export const healthBoard: Party = { organisation: 'bwrdd-iechyd', signatory: chiefExecutive }
export const councils: readonly Party[] = COUNCILS.map(organisation => ({ organisation, signatory: director }))
export const landlords: readonly Party[] = LANDLORDS.map(organisation => ({ organisation, signatory: chiefExecutive }))
export const careProvider: Party = {
  organisation: 'gofal-cannwyll',
  signatory: { en: 'Responsible Individual', cy: 'Unigolyn Cyfrifol' },
}
export const carersCentre: Party = {
  organisation: 'canolfan-gofalwyr',
  signatory: { en: 'Chief Officer', cy: 'Prif Swyddog' },
}
export const befrienders: Party = {
  organisation: 'tegell',
  signatory: { en: 'Chair of Trustees', cy: 'Cadeirydd yr Ymddiriedolwyr' },
}
