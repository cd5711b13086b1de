import type { ValueSet } from 'fhir/r4.js'
import type { CodesBySystem } from '#ground/fhir/definitions/value-sets.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { membersOf } from './members.ts'
import type { TerminologyProblem } from './problem.ts'
import type { Terminology } from './terminology.ts'

/** The codes in a value set, by system, for `:in` and `:not-in`; or why they cannot all be named. `set` is `URL` or `URL|VERSION`. */
export function codesIn(terminology: Terminology, set: string): Outcome<CodesBySystem, TerminologyProblem> {
  const held = terminology.findSet(set)
  if (held === undefined) return refused({ code: 'setNotHeld', about: set })
  const known = told.get(terminology) ?? new WeakMap<ValueSet, Codes>()
  told.set(terminology, known)
  const codes = known.get(held) ?? allIn(terminology, held)
  known.set(held, codes)
  return codes
}

type Codes = Outcome<CodesBySystem, TerminologyProblem>

/** Of each set once: it is asked at every code of every resource that a profile binds. */
const told = new WeakMap<Terminology, WeakMap<ValueSet, Codes>>()

function allIn(terminology: Terminology, held: ValueSet): Codes {
  const members = membersOf(terminology, held)
  if (!members.ok) return members
  const codes = new Map<string, Set<string>>()
  for (const { system, code } of members.value.values()) {
    const some = codes.get(system) ?? new Set()
    codes.set(system, some.add(code))
  }
  return done(codes)
}

/** A code and all that are below it in its system, for `:below`; or why that cannot be told. */
export function descendantsOf(
  terminology: Terminology,
  system: string,
  code: string,
): Outcome<ReadonlySet<string>, TerminologyProblem> {
  return walked(terminology, system, code, 'below')
}

/** A code and all that it is below in its system, for `:above`; or why that cannot be told. */
export function ancestorsOf(
  terminology: Terminology,
  system: string,
  code: string,
): Outcome<ReadonlySet<string>, TerminologyProblem> {
  return walked(terminology, system, code, 'above')
}

function walked(
  terminology: Terminology,
  system: string,
  code: string,
  way: 'above' | 'below',
): Outcome<ReadonlySet<string>, TerminologyProblem> {
  const held = terminology.findSystem(system)
  if (held === undefined) return refused({ code: 'systemNotHeld', about: system })
  const codes = held[way](code)
  return codes.size === 0 ? refused({ code: 'codeNotHeld', about: `${system}|${code}` }) : done(codes)
}
