import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import { accountablePosts } from '../staff/accountable-posts.ts'

type Party = AgreementContent['parties'][number]

/** The hospitals are parts of the health board: it signs for them, and clauses name them beside it. */
export const HOSPITALS = ['bwrdd-iechyd', 'ysbyty-glan-hafren', 'ysbyty-pont-y-celyn']
export const COUNCILS = ['cyngor-dyffryn-banadl', 'cyngor-bro-rhedyn']
export const LANDLORDS = ['cartrefi-gwennol', 'tai-clicied']

export const healthBoard: Party = party('bwrdd-iechyd')
export const councils: readonly Party[] = COUNCILS.map(party)
export const landlords: readonly Party[] = LANDLORDS.map(party)
export const careProvider: Party = party('gofal-cannwyll')
export const carersCentre: Party = party('canolfan-gofalwyr')
export const befrienders: Party = party('tegell')

function party(organisation: string): Party {
  const signatory = accountablePosts[organisation]
  if (signatory === undefined) throw new Error(`nobody signs for ${organisation}`)
  return { organisation, signatory }
}
