/** What a plan is made of, in the order in which it is read. */
export const ITEM_KINDS = [
  'matters',
  'strength',
  'need',
  'goal',
  'action',
  'monitoring',
  'contingency',
  'warning-sign',
  'anticipatory',
  'advance-statement',
  'direct-payment',
  'home',
  'safeguarding-conclusion',
] as const

export type ItemKind = (typeof ITEM_KINDS)[number]
