/** What kind of thing is known. Every resource and every plan item has exactly one; agreements and wishes name them. */
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
] as const
export type DataClass = (typeof DATA_CLASSES)[number]

/** Why somebody looks. */
export const PURPOSES = [
  'direct-care',
  'discharge',
  'housing-support',
  'carer-support',
  'safeguarding',
  'service-planning',
  'own-record',
  'family',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** A tie between a person and whoever works with them or is chosen by them. Each has a source, a start and perhaps an end. */
export const RELATIONSHIPS = [
  'caseload',
  'referral',
  'admission',
  'care-package',
  'tenancy',
  'practice-list',
  'family',
] as const
export type RelationshipKind = (typeof RELATIONSHIPS)[number]

/** The contributor of whatever a person writes themselves: the code of one organisation row of kind "person". */
export const THE_PERSON = 'person'
