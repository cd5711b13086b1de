import { readFileSync } from 'node:fs'
import { type Read, readFrom } from './read.ts'

/** How the values of a parameter are compared. Source: FHIR R4, value set search-param-type. */
export type ParameterType =
  | 'composite'
  | 'date'
  | 'number'
  | 'quantity'
  | 'reference'
  | 'special'
  | 'string'
  | 'token'
  | 'uri'

/** A search parameter of one type of resource. */
export interface Parameter {
  /** The type that it is defined of: `Resource` and `DomainResource` for what all have. */
  readonly base: string
  readonly code: string
  readonly type: ParameterType
  /** Where its values stand. */
  readonly reads: readonly Read[]
  /** What its references may lead to; undefined where to anything. */
  readonly targets: readonly string[] | undefined
  /** Of a composite, what its parts are, each read from the place where the whole stands. */
  readonly parts: readonly Part[]
}

/** One part of a composite parameter. */
export interface Part {
  readonly code: string
  readonly type: ParameterType
  readonly reads: readonly Read[]
}

interface Line {
  readonly base: string
  readonly code: string
  readonly type: ParameterType
  readonly reads: readonly string[]
  readonly target?: readonly string[]
  readonly components?: readonly {
    readonly code: string
    readonly type: ParameterType
    readonly reads: readonly string[]
  }[]
}

/** Resources that have no narrative and nothing contained. Source: FHIR R4, 2.29 and the definitions of these three. */
const NO_DOMAIN_RESOURCE = new Set(['Binary', 'Bundle', 'Parameters'])

/** A named query that somebody else would have to define: there is none. */
const NOT_SERVED = new Set(['_query'])

/** Every search parameter that HL7 defines for resources of a type, by its name. */
export function parametersOf(type: string): ReadonlyMap<string, Parameter> {
  const known = made.get(type)
  if (known !== undefined) return known
  const bases = NO_DOMAIN_RESOURCE.has(type) ? ['Resource', type] : ['Resource', 'DomainResource', type]
  const found = new Map(bases.flatMap(base => (byBase().get(base) ?? []).map(line => [line.code, parameterOf(line)])))
  made.set(type, found)
  return found
}

const made = new Map<string, ReadonlyMap<string, Parameter>>()
let lines: ReadonlyMap<string, readonly Line[]> | undefined

function byBase(): ReadonlyMap<string, readonly Line[]> {
  const text = () => readFileSync(new URL('../definitions/search-parameters.ndjson', import.meta.url), 'utf8')
  lines ??= Map.groupBy(
    text()
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Line)
      .filter(({ code }) => !NOT_SERVED.has(code)),
    ({ base }) => base,
  )
  return lines
}

function parameterOf({ base, code, type, reads, target, components = [] }: Line): Parameter {
  const parts = components.map(part => ({ ...part, reads: part.reads.map(readFrom) }))
  return { base, code, type, reads: reads.map(readFrom), targets: target, parts }
}
