import type { ValueSetComposeIncludeFilter } from 'fhir/r4.js'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Concept, HeldSystem } from './held-system.ts'
import { patternOf } from './pattern.ts'
import type { TerminologyProblem } from './problem.ts'

/** Whether a concept of the system fits. */
export type Fits = (concept: Concept) => boolean

/** What a filter of a value set asks of each concept of a system. Source: FHIR R4, value set filter-operator. */
export function filterOf(system: HeldSystem, filter: ValueSetComposeIncludeFilter): Outcome<Fits, TerminologyProblem> {
  const { property, op, value } = filter
  const read = OPERATORS[op]
  const fits = read?.({ system, property, value })
  return fits === undefined ? refused({ code: 'filterNotServed', about: `${property} ${op} ${value}` }) : done(fits)
}

interface Asked {
  readonly system: HeldSystem
  readonly property: string
  readonly value: string
}

const OPERATORS: Readonly<Record<string, (asked: Asked) => Fits | undefined>> = {
  '=': ({ system, property, value }) => has(system, property, one => one === value),
  in: ({ system, property, value }) => has(system, property, oneOf(value)),
  'not-in': ({ system, property, value }) => not(has(system, property, oneOf(value))),
  exists: ({ system, property, value }) =>
    value === 'true' ? has(system, property, () => true) : not(has(system, property, () => true)),
  regex: ({ system, property, value }) => {
    const fits = patternOf(value)
    return fits && has(system, property, fits)
  },
  'is-a': ({ system, property, value }) => isConcept(property) && among(system.below(value)),
  'is-not-a': ({ system, property, value }) => isConcept(property) && not(among(system.below(value))),
  'descendent-of': ({ system, property, value }) => {
    const below = among(system.below(value))
    return isConcept(property) && (concept => concept.code !== value && below(concept))
  },
  generalizes: ({ system, property, value }) => isConcept(property) && among(system.above(value)),
}

/** How things hang together is asked of the concept itself. */
function isConcept(property: string): true | undefined {
  return property === 'concept' || property === 'code' ? true : undefined
}

function among(codes: ReadonlySet<string>): Fits {
  return ({ code }) => codes.has(code)
}

function not(fits: Fits): Fits {
  return concept => !fits(concept)
}

function oneOf(value: string): (one: string) => boolean {
  const all = new Set(value.split(',').map(one => one.trim()))
  return one => all.has(one)
}

function has(system: HeldSystem, property: string, fits: (value: string) => boolean): Fits {
  return concept => valuesOf(system, concept, property).some(fits)
}

function valuesOf(system: HeldSystem, concept: Concept, property: string): readonly string[] {
  if (isConcept(property)) return [concept.code]
  if (property === 'display') return concept.display === undefined ? [] : [concept.display]
  if (property === 'parent') return system.parentsOf(concept.code)
  if (property === 'child') return system.childrenOf(concept.code)
  return concept.properties.filter(({ code }) => code === property).map(saidBy)
}

function saidBy({ code: _, ...value }: Concept['properties'][number]): string {
  const [said] = Object.values(value)
  return typeof said === 'object' && said !== null && 'code' in said ? String(said.code) : String(said)
}
