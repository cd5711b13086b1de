import { resourceTypes } from '#ground/fhir/definitions/types.ts'
import type { Letter } from '#ground/fhir/scope.ts'
import type { Caller } from '../store/caller.ts'
import { leavesAll } from '../store/in-scope.ts'

/**
 * Of which types a caller is told who wrote each version: of those that their app may find, or read, all of, and where it may do
 * so with every Provenance. Where a scope leaves a part, whether a version was in that part is not in the version’s row.
 */
export function toldTypes(
  caller: Pick<Caller, 'leaves'>,
  letter: Letter,
  isServed: (type: string) => boolean,
): readonly string[] {
  if (!leavesAll(caller, letter, 'Provenance')) return []
  return resourceTypes().filter(type => leavesAll(caller, letter, type) && isServed(type))
}
