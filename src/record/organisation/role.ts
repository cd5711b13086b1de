/** Groups of jobs that agreements speak of. A post has exactly one. */
export const ROLES = [
  'social-worker',
  'front-door-officer',
  'occupational-therapist',
  'reablement-worker',
  'care-worker',
  'district-nurse',
  'ward-nurse',
  'discharge-coordinator',
  'general-practitioner',
  'housing-officer',
  'carer-support-worker',
  'community-connector',
  'integration-officer',
  'records-officer',
  'data-officer',
  'privacy-officer',
  'board-member',
  'safeguarding-lead',
  'signatory',
] as const

export type Role = (typeof ROLES)[number]
