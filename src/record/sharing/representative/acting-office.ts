import type { Access } from '../access.ts'
import { THE_PERSON } from '../vocabulary.ts'

/** Under which class the record says who may act for somebody, and what was found of their capacity. */
export const ACTING_CLASS = 'care-and-support'

/**
 * The contributor under whom that is noted, the person, when this access is a worker's who may add to their care and
 * support; undefined for everybody else, who may note nothing.
 */
export function notingAs(access: Access): string | undefined {
  if (access.actor.kind !== 'worker') return undefined
  const grant = access.grants.find(
    ({ contributor, dataClass }) => contributor === THE_PERSON && dataClass === ACTING_CLASS,
  )
  if (grant === undefined || !access.mayContribute(grant.contributorId, ACTING_CLASS)) return undefined
  return grant.contributorId
}
