import { readFileSync } from 'node:fs'
import { resourceTypes } from '#ground/fhir/definitions/types.ts'
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
  /** Under which names its values are kept: its own, or those of others that read together just what it reads. */
  readonly keptAs: readonly string[]
}

/** One part of a composite parameter. */
export interface Part {
  readonly code: string
  readonly type: ParameterType
  readonly reads: readonly Read[]
}

/** How a parameter's references lead to what they mean: by its type and id, or by the address that it gives itself. */
export type Way = 'address' | 'name'

/** The ways of a reference parameter; a canonical reference is an address. */
export function waysOf({ reads }: Parameter): readonly Way[] {
  const types = new Set(reads.map(({ type }) => type))
  const isAddress = ['canonical', 'uri'].some(type => types.has(type))
  const isName = ['Reference', 'Resource'].some(type => types.has(type))
  return [...(isName ? ['name' as const] : []), ...(isAddress ? ['address' as const] : [])]
}

/** The types of which each resource may have an address of its own, by which canonical references mean it. */
export function typesWithAddress(): readonly string[] {
  withAddress ??= resourceTypes().filter(type => parametersOf(type).get('url')?.type === 'uri')
  return withAddress
}

let withAddress: readonly string[] | undefined

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
  const found = new Map(
    bases.flatMap(base => {
      const lines = byBase().get(base) ?? []
      return lines.map(line => [line.code, parameterOf(line, lines)] as const)
    }),
  )
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

function parameterOf(line: Line, all: readonly Line[]): Parameter {
  const { base, code, type, reads, target, components = [] } = line
  const parts = components.map(part => ({ ...part, reads: part.reads.map(readFrom) }))
  return { base, code, type, reads: reads.map(readFrom), targets: target, parts, keptAs: namesKeptAs(line, all) }
}

/** What is followed from one resource to another is asked for by its own name. */
const FOLLOWED = new Set<ParameterType>(['reference', 'uri'])

function namesKeptAs(line: Line, all: readonly Line[]): readonly string[] {
  if (FOLLOWED.has(line.type)) return [line.code]
  const within = all.filter(other => isWithin(other, line) && namesKeptAs(other, all)[0] === other.code)
  const read = new Set(within.flatMap(({ reads }) => reads))
  return line.reads.length > 0 && line.reads.every(one => read.has(one)) ? within.map(({ code }) => code) : [line.code]
}

/** Whether every value of the one is one of the other; of two that read the same, that of the longer name is the other. */
function isWithin(one: Line, other: Line): boolean {
  if (one.type !== other.type || partsOf(one) !== partsOf(other)) return false
  if (!one.reads.every(read => other.reads.includes(read))) return false
  return one.reads.length < other.reads.length || isNamedShorter(one.code, other.code)
}

function isNamedShorter(one: string, other: string): boolean {
  return one.length === other.length ? one < other : one.length < other.length
}

function partsOf({ components = [] }: Line): string {
  return JSON.stringify(components.map(({ type, reads }) => [type, reads]))
}

/**
 * Under which names the values are kept that `Row.parameter` would name so: those of a parameter, or of a part of it, or
 * something else of it that can be asked for.
 */
export function rowNames(type: string, rows: string): readonly string[] {
  const [code = ''] = rows.split(/[:$]/)
  const names = parametersOf(type).get(code)?.keptAs ?? [code]
  return names.map(name => `${name}${rows.slice(code.length)}`)
}
