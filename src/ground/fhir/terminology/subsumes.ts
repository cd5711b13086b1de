import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { HeldSystem } from './held-system.ts'
import type { TerminologyProblem } from './problem.ts'

/** How one code stands to another. Source: FHIR R4, concept-subsumption-outcome. */
export type Subsumption = 'equivalent' | 'subsumes' | 'subsumed-by' | 'not-subsumed'

/** How the first code stands to the second in their system. */
export function subsumption(
  system: HeldSystem,
  first: string,
  second: string,
): Outcome<Subsumption, TerminologyProblem> {
  const one = system.find(first)
  const other = system.find(second)
  if (one === undefined || other === undefined) {
    return refused({ code: 'codeNotHeld', about: `${system.url}|${one === undefined ? first : second}` })
  }
  if (one === other) return done('equivalent')
  if (system.below(one.code).has(other.code)) return done('subsumes')
  return done(system.below(other.code).has(one.code) ? 'subsumed-by' : 'not-subsumed')
}
