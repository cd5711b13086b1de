import { OUR_SYSTEMS } from '#ground/fhir/our-systems.ts'
import type { Released } from '#record/sharing/because.ts'

/**
 * What allowed something, as an address that means the same for ever: the fingerprint of an agreement and its clause, a
 * wish, a representative or an emergency by its id, or a rule of ours by its name. The text of a clause is at /agreements/FINGERPRINT#clause-NUMBER.
 */
export function policyOf({ because }: Pick<Released, 'because'>): string {
  switch (because.kind) {
    case 'clause':
      return `${OUR_SYSTEMS.agreement}/${because.hash}#clause-${because.clause}`
    case 'wish':
      return `urn:uuid:${because.wish}`
    case 'representative':
      return `urn:uuid:${because.representative}`
    case 'emergency':
      return `urn:uuid:${because.emergency}`
    default:
      return `${OUR_SYSTEMS.because}#${because.kind}`
  }
}
