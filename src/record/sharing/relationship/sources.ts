/** How a tie may be known, where there are words for it. Sources are data: any other is said to be another one. */
export const TIE_SOURCES = [
  'case-system',
  'adt',
  'tenancy-register',
  'reablement-list',
  'care-package-list',
  'practice-list',
  'referral',
  'advocacy-service',
  'person-chose',
  'lasting-power-of-attorney',
  'self-claimed',
  'identity-review',
] as const

/** The code that says a source: itself, or that it is another one. */
export function sayableSource(source: string): (typeof TIE_SOURCES)[number] | 'other' {
  return TIE_SOURCES.find(known => known === source) ?? 'other'
}
