import type { InstitutionClass } from '#record/person/home/institution.ts'

/** Properties of the region in which people live who are not of one household, by their UPRN. */
export const institutions: readonly { readonly uprn: string; readonly institutionClass: InstitutionClass }[] = [
  { uprn: '999000520100', institutionClass: 'care-home' },
  { uprn: '999000150017', institutionClass: 'refuge' },
]
