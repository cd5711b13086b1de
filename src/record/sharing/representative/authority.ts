import type { DataClass } from '../vocabulary.ts'

/** Who may lawfully act for somebody. Next of kin is none of them: it gives no authority. */
export const REPRESENTATIVE_KINDS = [
  'health-attorney',
  'property-attorney',
  'health-deputy',
  'property-deputy',
  'appointee',
  'advocate',
] as const
export type RepresentativeKind = (typeof REPRESENTATIVE_KINDS)[number]

/** What capacity is found for. It is never one flag: Mental Capacity Act 2005, sections 2 and 3. */
export const CAPACITY_DECISIONS = ['health-and-care', 'money', 'where-to-live', 'sharing-information'] as const
export type CapacityDecision = (typeof CAPACITY_DECISIONS)[number]

/** What one kind of representative may see, and the decision for which the person must lack capacity first. */
export interface Authority {
  readonly opens: readonly DataClass[]
  /** Undefined: it does not wait for a loss of capacity. */
  readonly inertWhileCapacityFor: CapacityDecision | undefined
}

const HEALTH_AND_CARE: readonly DataClass[] = [
  'demographics',
  'contacts',
  'about-me',
  'plan',
  'care-and-support',
  'presence-in-hospital',
  'hospital-care',
  'clinical-summary',
]
const MONEY: readonly DataClass[] = ['demographics', 'contacts', 'finance', 'housing-and-tenancy']

/**
 * What each may see by virtue of the office alone; the person may always choose to show them more.
 * A health and welfare attorney acts only where the person lacks capacity for the decision (Mental Capacity Act 2005,
 * section 11(7)(a)); a deputy likewise (section 20(1)). While capacity for money holds, a property attorney acts by the
 * person's choice, which is a wish. An appointee is the Department for Work and Pensions' and deals with benefits alone.
 * An advocate supports somebody to take part in their own plan (Social Services and Well-being (Wales) Act 2014, Part 10).
 */
export const AUTHORITIES: Readonly<Record<RepresentativeKind, Authority>> = {
  'health-attorney': { opens: HEALTH_AND_CARE, inertWhileCapacityFor: 'health-and-care' },
  'health-deputy': { opens: HEALTH_AND_CARE, inertWhileCapacityFor: 'health-and-care' },
  'property-attorney': { opens: MONEY, inertWhileCapacityFor: 'money' },
  'property-deputy': { opens: MONEY, inertWhileCapacityFor: 'money' },
  appointee: { opens: ['finance'], inertWhileCapacityFor: undefined },
  advocate: {
    opens: ['demographics', 'contacts', 'about-me', 'plan', 'care-and-support'],
    inertWhileCapacityFor: undefined,
  },
}
