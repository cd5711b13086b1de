import { areBornIn, areYoungerThan } from '../agreement/cohort.ts'
import type { Facts } from '../decision/facts.ts'
import type { Cohort, DataClass } from '../vocabulary.ts'
import { CAPACITY_DECISIONS, type CapacityDecision, type RepresentativeKind } from './office.ts'

/**
 * What one kind of representative may see for one decision, and that decision, for which the person must lack capacity
 * first. An office may have several: each is in force for its own decision, and for no other.
 */
export interface Authority {
  readonly opens: readonly DataClass[]
  /** Undefined: it does not wait for a loss of capacity. */
  readonly inertWhileCapacityFor: CapacityDecision | undefined
  /** Whom alone it may be about, by every birth date that anybody holds; left out, anybody. */
  readonly onlyOf?: Cohort
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
/** What somebody must know to decide with a person's own words before them where that person is to live. */
const WHERE_TO_LIVE: readonly DataClass[] = ['demographics', 'contacts', 'about-me', 'plan', 'housing-and-tenancy']
const MONEY: readonly DataClass[] = ['demographics', 'contacts', 'finance', 'housing-and-tenancy']

/**
 * What each may see by virtue of the office alone; the person may always choose to show them more.
 * A health and welfare attorney acts only where the person lacks capacity for the decision (Mental Capacity Act 2005,
 * section 11(7)(a)), which may be about health and care, or about where to live (section 17(1)(a)); a deputy likewise (section 20(1)). While capacity for money holds, a property attorney acts by the
 * person's choice, which is a wish. An appointee is the Department for Work and Pensions' and deals with benefits alone.
 * Parental responsibility is for a child, each holder by themselves, and ends at 18 (Children Act 1989, sections 2, 3, 105).
 * An advocate supports somebody to take part in their own plan (Social Services and Well-being (Wales) Act 2014, Part 10).
 */
export const AUTHORITIES: Readonly<Record<RepresentativeKind, readonly Authority[]>> = {
  'health-attorney': [
    { opens: HEALTH_AND_CARE, inertWhileCapacityFor: 'health-and-care' },
    { opens: WHERE_TO_LIVE, inertWhileCapacityFor: 'where-to-live' },
  ],
  'health-deputy': [
    { opens: HEALTH_AND_CARE, inertWhileCapacityFor: 'health-and-care' },
    { opens: WHERE_TO_LIVE, inertWhileCapacityFor: 'where-to-live' },
  ],
  'property-attorney': [{ opens: MONEY, inertWhileCapacityFor: 'money' }],
  'property-deputy': [{ opens: MONEY, inertWhileCapacityFor: 'money' }],
  appointee: [{ opens: ['finance'], inertWhileCapacityFor: undefined }],
  advocate: [
    {
      opens: ['demographics', 'contacts', 'about-me', 'plan', 'care-and-support'],
      inertWhileCapacityFor: undefined,
    },
  ],
  parent: [{ opens: HEALTH_AND_CARE, inertWhileCapacityFor: undefined, onlyOf: 'children' }],
}

/** The one class of what the person says themselves to which whoever acts for them may add. */
export const ADDED_TO_BY_OFFICE: DataClass = 'plan'

/** Below this age a child decides what they have been found able to decide, and a parent the rest; from it on, capacity is presumed. */
export const CAPACITY_PRESUMED_FROM = 16

/** What a decision about who decides rests on. */
export type FactsOfDeciding = Pick<Facts, 'today' | 'birthDates' | 'lacksCapacityFor' | 'ableFor'>

/**
 * The decisions that an office makes now: those for which the person lacks capacity, of those that it is for. A parent of
 * a child under 16 makes every one that the child has not been found able to make: Gillick v West Norfolk and Wisbech
 * AHA [1986] AC 112. Whether the holder makes them alone, or only together with others, is not asked here.
 */
export function decisionsOf(
  { kind }: { readonly kind: RepresentativeKind },
  { today, birthDates, lacksCapacityFor, ableFor }: FactsOfDeciding,
): CapacityDecision[] {
  if (kind === 'parent') {
    if (!areBornIn('children', birthDates, today)) return []
    const isUnder = areYoungerThan(CAPACITY_PRESUMED_FROM, birthDates, today)
    return CAPACITY_DECISIONS.filter(one => (isUnder ? !ableFor.has(one) : lacksCapacityFor.has(one)))
  }
  return AUTHORITIES[kind].flatMap(({ inertWhileCapacityFor: decision }) =>
    decision !== undefined && lacksCapacityFor.has(decision) ? [decision] : [],
  )
}
