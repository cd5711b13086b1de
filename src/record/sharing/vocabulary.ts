/**
 * What kind of thing is known, as a tree. Every resource and every plan item has exactly one leaf; a clause may name a
 * branch and means every leaf of it that is not sensitive. A sensitive leaf is open only where it is named itself.
 */
export const CLASS_TREE = {
  identity: ['demographics', 'contacts'],
  'own-plan': ['about-me', 'plan'],
  care: ['care-and-support'],
  hospital: ['presence-in-hospital', 'hospital-care'],
  clinical: ['clinical-summary', 'mental-health', 'substance-misuse', 'sexual-health'],
  safeguarding: ['safeguarding-conclusion', 'safeguarding-enquiry'],
  home: ['housing-and-tenancy', 'home-access-codes'],
  apart: ['protected-address', 'finance', 'carers-own'],
} as const

export type ClassBranch = keyof typeof CLASS_TREE
export type DataClass = (typeof CLASS_TREE)[ClassBranch][number]

/** Every branch, in the order of the tree. */
export const CLASS_BRANCHES = Object.keys(CLASS_TREE) as ClassBranch[]

/** Every leaf, in the order in which people are told of them. */
export const DATA_CLASSES = [
  'demographics',
  'contacts',
  'protected-address',
  'about-me',
  'plan',
  'care-and-support',
  'presence-in-hospital',
  'hospital-care',
  'clinical-summary',
  'mental-health',
  'substance-misuse',
  'sexual-health',
  'safeguarding-conclusion',
  'safeguarding-enquiry',
  'housing-and-tenancy',
  'home-access-codes',
  'finance',
  'carers-own',
] as const satisfies readonly DataClass[]

/** What does most harm in the wrong hands: never meant by a branch, and behind a higher bar in an emergency. */
export const SENSITIVE_CLASSES = [
  'protected-address',
  'mental-health',
  'substance-misuse',
  'sexual-health',
  'safeguarding-conclusion',
  'safeguarding-enquiry',
  'home-access-codes',
  'finance',
  'carers-own',
] as const satisfies readonly DataClass[]

/** The leaves that a branch or a leaf means when a clause names it. */
export function leavesOf(named: ClassBranch | DataClass): readonly DataClass[] {
  if (!isBranch(named)) return [named]
  return CLASS_TREE[named].filter(leaf => !isSensitive(leaf))
}

/** Whether a class does most harm in the wrong hands. */
export function isSensitive(dataClass: DataClass): boolean {
  return (SENSITIVE_CLASSES as readonly DataClass[]).includes(dataClass)
}

function isBranch(named: ClassBranch | DataClass): named is ClassBranch {
  return named in CLASS_TREE
}

/** Why somebody looks. */
export const PURPOSES = [
  'direct-care',
  'discharge',
  'housing-support',
  'carer-support',
  'safeguarding',
  'service-planning',
  'identity',
  'own-record',
  'family',
  'representation',
  'trail-oversight',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** The purposes an agreement may serve. The others belong to people who act as themselves. */
export const AGREED_PURPOSES = [
  'direct-care',
  'discharge',
  'housing-support',
  'carer-support',
  'safeguarding',
  'service-planning',
  'identity',
] as const satisfies readonly Purpose[]

/** What is asked to do with a class: read it, or add to it (write, propose, agree, disagree). */
export const ACTIONS = ['read', 'contribute'] as const
export type Action = (typeof ACTIONS)[number]

/** A tie between a person and whoever works with them or is chosen by them. Each has a source, a start and perhaps an end. */
export const RELATIONSHIPS = [
  'caseload',
  'referral',
  'admission',
  'care-package',
  'tenancy',
  'practice-list',
  'advocacy',
  'identity-review',
  'family',
] as const
export type RelationshipKind = (typeof RELATIONSHIPS)[number]

/** The ties a clause may ask for. Family is by the person's own choice and never by an agreement. */
export const AGREED_RELATIONSHIPS = [
  'caseload',
  'referral',
  'admission',
  'care-package',
  'tenancy',
  'practice-list',
  'advocacy',
  'identity-review',
] as const satisfies readonly RelationshipKind[]

/** The ties that come about by what is done in the product, and not because somebody says so. */
export const TIES_NOBODY_CLAIMS = ['admission', 'identity-review'] as const satisfies readonly RelationshipKind[]

/** The people a clause is about, known from their age and from whether they are in hospital. */
export const COHORTS = ['everybody', 'children', 'adults', 'older-people', 'in-hospital'] as const
export type Cohort = (typeof COHORTS)[number]

/**
 * The ages a cohort takes in, in whole years; no limit where none is given. A child is under 18: Social Services and
 * Well-being (Wales) Act 2014, section 3(3).
 */
export const COHORT_AGES: Readonly<Record<Cohort, { readonly from?: number; readonly below?: number }>> = {
  everybody: {},
  children: { below: 18 },
  adults: { from: 18 },
  'older-people': { from: 65 },
  'in-hospital': {},
}

/** The contributor of whatever a person writes themselves: the code of one organisation row of kind "person". */
export const THE_PERSON = 'person'
