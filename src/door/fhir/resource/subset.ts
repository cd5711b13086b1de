import type { FastifyRequest } from 'fastify'
import { type ElementFacts, findType, jsonName, type TypeFacts } from '#ground/fhir/definitions/types.ts'
import type { Resource } from '#record/chart/store/to-write.ts'
import { wrongValue } from '../problem.ts'

/** How much of a resource is wanted. Source: FHIR R4, 3.1.1.5.8 and 3.1.1.5.9. */
export interface Subset {
  readonly how: 'true' | 'text' | 'data' | 'false'
  readonly elements: readonly string[]
}

/** The parameters that say so. */
export const SUBSET_PARAMETERS: readonly string[] = ['_summary', '_elements']

const SUMMARIES = ['true', 'text', 'data', 'false'] as const
/** What always stands in a resource, however little of it is wanted. */
const ALWAYS = ['resourceType', 'id', 'meta', 'implicitRules']
const SUBSETTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }

/** How much an app wants. Throws for a word that is none of `_summary`. */
export function subsetAsked({ fhir }: FastifyRequest): Subset {
  const said = (name: string) => fhir.query.filter(([asked]) => asked === name).map(([, value]) => value)
  const [word = 'false', another] = said('_summary')
  const summary = SUMMARIES.find(one => one === word)
  if (summary === undefined || another !== undefined) throw wrongValue('_summary')
  return {
    how: summary,
    elements: said('_elements')
      .flatMap(value => value.split(','))
      .filter(name => name !== ''),
  }
}

/** Whether nothing is left out. */
export function isWhole({ how, elements }: Subset): boolean {
  return how === 'false' && elements.length === 0
}

/** As much of a resource as is wanted, marked as a part where it is one. */
export function subsetOf(resource: Resource, subset: Subset): Resource {
  const type = findType(resource.resourceType)
  if (isWhole(subset) || type === undefined) return resource
  const kept = Object.entries(resource).flatMap(([name, value]): [string, unknown][] => {
    if (ALWAYS.includes(name)) return [[name, value]]
    const element = elementOf(type, name.replace(/^_/, ''))
    if (element === undefined || !isWanted(name.replace(/^_/, ''), element, subset)) return []
    return [[name, subset.how === 'true' ? summaryOf(value, element.facts) : value]]
  })
  const tag = [...((resource.meta?.tag as unknown[] | undefined) ?? []), SUBSETTED]
  return { ...(Object.fromEntries(kept) as Resource), meta: { ...resource.meta, tag } }
}

interface Element {
  readonly name: string
  readonly facts: ElementFacts
}

function isWanted(name: string, { name: element, facts }: Element, { how, elements }: Subset): boolean {
  const isMandatory = facts.min > 0
  if (elements.length > 0) {
    return isMandatory || facts.modifier || elements.includes(name) || elements.includes(element.replace('[x]', ''))
  }
  if (how === 'data') return name !== 'text'
  if (how === 'text') return name === 'text' || isMandatory
  return facts.summary || isMandatory
}

/** Of a group within a resource its own summary; of a data type all. */
function summaryOf(value: unknown, { types }: ElementFacts): unknown {
  const type = types.length === 1 ? findType(types[0]!) : undefined
  if (type === undefined || !type.name.includes('.')) return value
  if (Array.isArray(value)) return value.map(one => summaryOf(one, { types } as ElementFacts))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    const element = elementOf(type, name.replace(/^_/, ''))
    if (element === undefined || !(element.facts.summary || element.facts.min > 0)) return []
    return [[name, summaryOf(inner, element.facts)]]
  })
  return Object.fromEntries(kept)
}

function elementOf({ elements }: TypeFacts, name: string): Element | undefined {
  const plain = elements.get(name)
  if (plain !== undefined) return { name, facts: plain }
  for (const [element, facts] of elements) {
    if (element.endsWith('[x]') && facts.types.some(type => jsonName(element, type) === name))
      return { name: element, facts }
  }
  return undefined
}
