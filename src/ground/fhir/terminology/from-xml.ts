import type { TypeFacts } from '#ground/fhir/definitions/types.ts'
import { findType } from '#ground/fhir/definitions/types.ts'
import { elementsIn, readXml, type XmlElement } from '#ground/xml/read.ts'

/** A published code system may have many thousand concepts. */
const LIMITS = { depthMax: 64, elementsMax: 2_000_000 }

/** A value in the shape that FHIR gives it in JSON. */
export type JsonValue = string | number | boolean | JsonValue[] | { [name: string]: JsonValue }

/**
 * A resource of R4 that was published in XML, as it would stand in JSON; without its narrative, which no program reads.
 * Undefined when it is no XML, or no resource of R4. What R4 does not know is left out.
 */
export function resourceFromXml(text: string): { [name: string]: JsonValue } | undefined {
  const read = readXml(text, LIMITS)
  if (!read.ok) return undefined
  const type = findType(read.value.name)
  return type?.kind === 'resource' ? { resourceType: type.name, ...objectOf(read.value, type) } : undefined
}

function objectOf(element: XmlElement, type: TypeFacts): { [name: string]: JsonValue } {
  const made: { [name: string]: JsonValue } = {}
  const [id, url] = ['id', 'url'].map(name => element.attributes.get(name))
  if (id !== undefined) made.id = id
  if (url !== undefined) made.url = url
  for (const inside of elementsIn(element)) {
    const known = elementNamed(type, inside.name)
    if (known === undefined || known.type.name === 'Narrative') continue
    const value = valueOfElement(inside, known.type)
    if (value === undefined) continue
    const before = made[inside.name]
    if (known.many) made[inside.name] = [...(Array.isArray(before) ? before : []), value]
    else made[inside.name] = value
  }
  return made
}

/** What R4 says of an element by the name that it has in XML, where a choice is named with its type. */
function elementNamed(type: TypeFacts, name: string): { type: TypeFacts; many: boolean } | undefined {
  const own = type.elements.get(name)
  if (own !== undefined) return typed(own.types[0], own.max > 1)
  for (const [choice, facts] of type.elements) {
    if (!choice.endsWith('[x]') || !name.startsWith(choice.slice(0, -3))) continue
    const chosen = name.slice(choice.length - 3).toLowerCase()
    const found = facts.types.find(one => one.toLowerCase() === chosen)
    if (found !== undefined) return typed(found, false)
  }
  return undefined
}

function typed(name: string | undefined, many: boolean): { type: TypeFacts; many: boolean } | undefined {
  const type = findType(name ?? '')
  return type && { type, many }
}

const NUMBERS = new Set(['integer', 'positiveInt', 'unsignedInt', 'decimal'])

function valueOfElement(element: XmlElement, type: TypeFacts): JsonValue | undefined {
  if (type.name === 'Resource') {
    const [resource] = elementsIn(element)
    const held = findType(resource?.name ?? '')
    return resource && held && { resourceType: held.name, ...objectOf(resource, held) }
  }
  if (type.kind !== 'primitive') return objectOf(element, type)
  const value = element.attributes.get('value')
  if (value === undefined) return undefined
  if (type.name === 'boolean') return value === 'true'
  return NUMBERS.has(type.name) ? Number(value) : value
}
