import { BABIES } from './babies.ts'
import { FATHER_AND_SON } from './father-and-son.ts'
import type { Meeting } from './guard.ts'
import { NUMBER_OF_SOMEBODY_ELSE } from './number-of-somebody-else.ts'
import { TWINS } from './twins.ts'
import { TWO_DEATHS } from './two-deaths.ts'
import { TWO_NUMBERS } from './two-numbers.ts'

/**
 * What stands above every score for two records. What stands above it for more than two, or was said by a person, is
 * where it is done: sealed identities and a person's "no" are never compared (`Excluded`), rivals (`sight.ts`), clusters
 * (`cluster.ts`), homes of many (`compare/address.ts`).
 */
export const GUARDS = [TWO_NUMBERS, NUMBER_OF_SOMEBODY_ELSE, TWINS, FATHER_AND_SON, BABIES, TWO_DEATHS] as const

/** The guard of rivals stands among the names, for a link says it in the same place. */
export type GuardName = (typeof GUARDS)[number]['name'] | 'rivals' | 'cluster'

/** The guards that speak, in the order of the list. */
export function guardsOf(meeting: Meeting): GuardName[] {
  return GUARDS.filter(({ speaks }) => speaks(meeting)).map(({ name }) => name)
}
