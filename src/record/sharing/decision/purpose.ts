import type { Actor } from '#record/organisation/actor.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Purpose } from '../vocabulary.ts'
import type { Facts } from './facts.ts'

/** What somebody looks for when they do not say: what the post they act in is for. */
export function purposeOf(actor: Actor, facts: Facts): Purpose {
  switch (actor.kind) {
    case 'citizen':
      if (facts.isThePerson) return 'own-record'
      return facts.representations.length > 0 ? 'representation' : 'family'
    case 'worker':
      return PURPOSE_OF_ROLE[actor.role]
    case 'system':
      return 'direct-care'
  }
}

const PURPOSE_OF_ROLE: Record<Role, Purpose> = {
  'social-worker': 'direct-care',
  'front-door-officer': 'direct-care',
  'occupational-therapist': 'direct-care',
  'reablement-worker': 'direct-care',
  'care-worker': 'direct-care',
  'district-nurse': 'direct-care',
  'ward-nurse': 'direct-care',
  'discharge-coordinator': 'discharge',
  'general-practitioner': 'direct-care',
  'housing-officer': 'housing-support',
  'carer-support-worker': 'carer-support',
  'community-connector': 'direct-care',
  'integration-officer': 'service-planning',
  'records-officer': 'identity',
  'data-officer': 'service-planning',
  'privacy-officer': 'service-planning',
  'board-member': 'service-planning',
  'safeguarding-lead': 'safeguarding',
  signatory: 'service-planning',
}
