/** Who may lawfully act for somebody. Next of kin is none of them: it gives no authority. */
export const REPRESENTATIVE_KINDS = [
  'health-attorney',
  'property-attorney',
  'health-deputy',
  'property-deputy',
  'appointee',
  'advocate',
  'parent',
] as const

export type RepresentativeKind = (typeof REPRESENTATIVE_KINDS)[number]

/** What capacity is found for. It is never one flag: Mental Capacity Act 2005, sections 2 and 3. */
export const CAPACITY_DECISIONS = ['health-and-care', 'money', 'where-to-live', 'sharing-information'] as const

export type CapacityDecision = (typeof CAPACITY_DECISIONS)[number]
