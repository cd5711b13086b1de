import { AGREED, accountOf, CHOSEN, type Hand, type Owner, type PlanClass } from './hands.ts'

/** What Mair has closed by now. */
export interface Sharing {
  readonly refused: readonly Hand[]
  readonly isPaused: boolean
}

export const OPEN: Sharing = { refused: [], isPaused: false }

/** How private an item is, by whose it is. */
export function classOf(owner: Owner): PlanClass {
  if (owner === 'person') return 'plan'
  return owner === 'landlord' ? 'housing-and-tenancy' : 'care-and-support'
}

/** Whether a hand may read, or add to, what is somebody's. Mair may everything; nobody may what she has closed. */
export function may(hand: Hand, does: 'reads' | 'addsTo', owner: Owner, { refused, isPaused }: Sharing): boolean {
  if (accountOf(hand) === 'mair') return true
  if (isPaused || refused.includes(hand)) return false
  const dataClass = classOf(owner)
  const classes = CHOSEN[hand] ?? AGREED[hand]?.[does][owner] ?? []
  return classes.includes(dataClass)
}

/** Whether anything at all of her is open to a hand. */
export function isShown(hand: Hand, sharing: Sharing): boolean {
  return (['person', 'council', 'board', 'landlord'] as const).some(owner => may(hand, 'reads', owner, sharing))
}

/** Whether a hand decides what an item says: Mair what is hers, an agency what it does. */
export function decides(hand: Hand, owner: Owner): boolean {
  return owner === 'person' ? accountOf(hand) === 'mair' : AGREED[hand]?.organisation === owner
}

/** What the sharing is after a choice of hers. */
export function afterWish(sharing: Sharing, does: string, whom: Hand | undefined): Sharing {
  const others = sharing.refused.filter(hand => hand !== whom)
  if (does === 'pause') return { ...sharing, isPaused: true }
  if (does === 'lift') return { ...sharing, isPaused: false }
  return { ...sharing, refused: does === 'refuse' && whom !== undefined ? [...others, whom] : others }
}
