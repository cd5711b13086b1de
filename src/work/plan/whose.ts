import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { ItemKind } from './item-kind.ts'

/** What is the person's own to say; everything else belongs to whoever does it. */
const OWN_KINDS: readonly ItemKind[] = [
  'matters',
  'strength',
  'need',
  'goal',
  'contingency',
  'warning-sign',
  'advance-statement',
]

/** What only an organisation can undertake. */
const ORGANISATION_KINDS: readonly ItemKind[] = ['direct-payment', 'safeguarding-conclusion']

/** What somebody does, and says how far it has come. */
export const DONE_KINDS: readonly ItemKind[] = ['action', 'monitoring', 'anticipatory', 'home']

/** Whether an item of this kind may be the person's own. */
export function mayBeOwn(kind: ItemKind): boolean {
  return !ORGANISATION_KINDS.includes(kind)
}

/** Whether an item of this kind may belong to an organisation. */
export function mayBeOfOrganisation(kind: ItemKind): boolean {
  return !OWN_KINDS.includes(kind)
}

/**
 * How private an item is, by its kind and by whose it is. What is the person's own is their plan. What a direct payment is
 * for is part of the care that is arranged; how much it is, is `finance`, and not in a plan.
 */
export function classOf(kind: ItemKind, organisationKind: string): DataClass {
  if (kind === 'safeguarding-conclusion') return 'safeguarding-conclusion'
  if (kind === 'matters') return 'about-me'
  if (organisationKind === 'person') return 'plan'
  if (kind === 'home' || organisationKind === 'housing-association') return 'housing-and-tenancy'
  return 'care-and-support'
}
