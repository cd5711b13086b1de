import type { Role } from '#record/organisation/role.ts'

/** Whose an item can be, by the code of the organisation; `person` is Mair herself. */
export type Owner = 'person' | 'council' | 'board' | 'landlord'

/** The eight who act on a plan: its person on two devices at once, two of her family, four workers of three agencies. */
export const HANDS = ['phone', 'tablet', 'daughter', 'son', 'social-worker', 'carer', 'nurse', 'housing'] as const
export type Hand = (typeof HANDS)[number]

/** What the workers of one organisation were agreed to read, and what of it to add to. */
export interface Agreed {
  readonly organisation: Exclude<Owner, 'person'>
  readonly role: Role
  readonly purpose: 'direct-care' | 'housing-support'
  readonly reads: Readonly<Partial<Record<Owner, readonly PlanClass[]>>>
  readonly addsTo: Readonly<Partial<Record<Owner, readonly PlanClass[]>>>
}

/** How private the items of these plans are: what is hers, what is done for her, what the landlord does. */
export const CLASSES = ['plan', 'care-and-support', 'housing-and-tenancy'] as const
export type PlanClass = (typeof CLASSES)[number]

const HERS = ['plan'] as const
const CARE = ['care-and-support'] as const
const TENANCY = ['housing-and-tenancy'] as const

const COUNCIL = { reads: { person: HERS, council: CARE }, addsTo: { person: HERS, council: CARE } }

/** What is agreed for each worker, as the agreement of these worlds has it and as the model knows it. */
export const AGREED: Readonly<Partial<Record<Hand, Agreed>>> = {
  'social-worker': { organisation: 'council', role: 'social-worker', purpose: 'direct-care', ...COUNCIL },
  carer: { organisation: 'council', role: 'care-worker', purpose: 'direct-care', ...COUNCIL },
  nurse: {
    organisation: 'board',
    role: 'district-nurse',
    purpose: 'direct-care',
    reads: { person: HERS, council: CARE, board: CARE },
    addsTo: { person: HERS, board: CARE },
  },
  housing: {
    organisation: 'landlord',
    role: 'housing-officer',
    purpose: 'housing-support',
    reads: { person: HERS, landlord: TENANCY },
    addsTo: { landlord: TENANCY },
  },
}

/** What Mair lets her family read and add to, whoever's it is. */
export const CHOSEN: Readonly<Partial<Record<Hand, readonly PlanClass[]>>> = {
  daughter: ['plan', 'care-and-support'],
  son: ['plan'],
}

/** Whose account acts: Mair has one, on two devices. */
export function accountOf(hand: Hand): string {
  return hand === 'phone' || hand === 'tablet' ? 'mair' : hand
}
