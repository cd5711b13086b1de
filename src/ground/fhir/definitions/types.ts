import { lines } from './lines.ts'

/** A rule that holds of each instance. Source: FHIR R4, ElementDefinition.constraint. */
export interface Rule {
  readonly key: string
  readonly severity: 'error' | 'warning'
  /** The rule in English, as FHIR says it. */
  readonly human: string
  /** The same in FHIRPath; empty where FHIR gives none. */
  readonly expression: string
}

/** What FHIR says of one element of a type. */
export interface ElementFacts {
  readonly min: number
  /** `Infinity` where there is no limit. */
  readonly max: number
  /** The types it may have, by name: several where it is a choice. */
  readonly types: readonly string[]
  /** The types of resource that a reference may point to; empty where any is allowed. */
  readonly to: readonly string[]
  /** The value set from which its codes must be taken. */
  readonly codes: string | undefined
  /** Whether it is part of `_summary=true`. */
  readonly summary: boolean
  /** Whether it may change what the rest means. */
  readonly modifier: boolean
  readonly rules: readonly Rule[]
}

/** What FHIR says of one type: a data type, a resource type, or a group within one, named by its path (`Patient.contact`). */
export interface TypeFacts {
  readonly name: string
  readonly kind: 'primitive' | 'complex' | 'resource'
  readonly abstract: boolean
  readonly base: string | undefined
  /** Its elements in FHIR's order, those of its base first; a choice is named `value[x]`. */
  readonly elements: ReadonlyMap<string, ElementFacts>
  /** Its rules, those of its base first. */
  readonly rules: readonly Rule[]
}

/** The type of that name in R4 (4.0.1). Its base is in it already. */
export function findType(name: string): TypeFacts | undefined {
  const known = made.get(name)
  if (known !== undefined) return known
  const line = kept().get(name)
  if (line === undefined) return undefined
  const type = typeFrom(line)
  made.set(name, type)
  return type
}

/** The type of a name that stands in R4's own definitions, where it cannot be missing. */
export function getType(name: string): TypeFacts {
  const type = findType(name)
  if (type === undefined) throw new Error(`FHIR R4 has no type ${name}`)
  return type
}

/** The names of all resource types that there can be an instance of. */
export function resourceTypes(): readonly string[] {
  resources ??= [...kept().values()]
    .filter(({ kind, abstract }) => kind === 'resource' && !abstract)
    .map(one => one.name)
  return resources
}

/** Whether there are resources of that type in R4. */
export function isResourceType(name: string): boolean {
  const line = kept().get(name)
  return line?.kind === 'resource' && line.abstract !== true
}

/** The name under which an element stands in JSON when it has that type: `valueQuantity` for `value[x]`. */
export function jsonName(element: string, type: string): string {
  if (!element.endsWith('[x]')) return element
  // A profile of Quantity is written as the Quantity it is.
  const written = type === 'SimpleQuantity' || type === 'MoneyQuantity' ? 'Quantity' : type
  return `${element.slice(0, -3)}${written[0]?.toUpperCase()}${written.slice(1)}`
}

/** A line of types.ndjson, which leaves out what is usual and what the base says. */
export interface TypeLine {
  readonly name: string
  readonly kind: TypeFacts['kind']
  readonly abstract?: true
  readonly base?: string
  readonly elements?: Readonly<Record<string, ElementLine>>
  readonly rules?: readonly Rule[]
}

/** What a line says of one element: 0 to 1, of one type, in no summary and no modifier, unless it says so. */
export interface ElementLine {
  readonly min?: number
  readonly max?: number | '*'
  readonly type: string | readonly string[]
  readonly to?: readonly string[]
  readonly codes?: string
  readonly summary?: true
  readonly modifier?: true
  readonly rules?: readonly Rule[]
}

const made = new Map<string, TypeFacts>()
let resources: readonly string[] | undefined
let all: ReadonlyMap<string, TypeLine> | undefined

/** Read once, when the first type is asked for. */
function kept(): ReadonlyMap<string, TypeLine> {
  all ??= new Map(lines<TypeLine>('types').map(line => [line.name, line]))
  return all
}

function typeFrom(line: TypeLine): TypeFacts {
  const base = line.base === undefined ? undefined : getType(line.base)
  const own = Object.entries(line.elements ?? {}).map(([name, one]): [string, ElementFacts] => [name, elementFrom(one)])
  return {
    name: line.name,
    kind: line.kind,
    abstract: line.abstract ?? false,
    base: line.base,
    elements: new Map([...(base?.elements ?? []), ...own]),
    rules: [...(base?.rules ?? []), ...(line.rules ?? [])],
  }
}

function elementFrom({ min, max, type, to, codes, summary, modifier, rules }: ElementLine): ElementFacts {
  return {
    min: min ?? 0,
    max: max === '*' ? Number.POSITIVE_INFINITY : (max ?? 1),
    types: typeof type === 'string' ? [type] : type,
    to: to ?? [],
    codes,
    summary: summary ?? false,
    modifier: modifier ?? false,
    rules: rules ?? [],
  }
}
