import { findType, isResourceType, jsonName, type TypeFacts } from '#ground/fhir/definitions/types.ts'
import { digitsOf } from '#ground/fhir/json/exact.ts'
import { readXml } from '#ground/xml/read.ts'
import { xmlAttribute, xmlText } from '#ground/xml/write.ts'
import { RESOURCE_LIMITS } from './read.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * A resource of R4 in XML, its elements in FHIR’s order, numbers with the digits they have, narrative as it is. Throws at what
 * R4 does not know, which was never taken. Source: FHIR R4, xml.html.
 */
export function writeResource(resource: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${resourceIn(resource, ' xmlns="http://hl7.org/fhir"')}`
}

function resourceIn(resource: unknown, besides = ''): string {
  const { resourceType, ...fields } = resource as Fields
  const name = String(resourceType)
  const type = isResourceType(name) ? findType(name) : undefined
  if (type === undefined) throw new Error(`FHIR R4 has no resource ${name}`)
  return `<${name}${besides}>${elementsOf(fields, type, new Set())}</${name}>`
}

/** Some fields are attributes in XML, and have been written. */
function elementsOf(fields: Fields, type: TypeFacts, written: ReadonlySet<string>): string {
  const left = new Set(Object.keys(fields).filter(key => !written.has(key)))
  let text = ''
  for (const [element, { types }] of type.elements) {
    for (const one of types) {
      const key = jsonName(element, one)
      if (!left.has(key) && !left.has(`_${key}`)) continue
      left.delete(key)
      left.delete(`_${key}`)
      text += each(fields[key], fields[`_${key}`])
        .map(([value, beside]) => elementIn(key, one, value, beside))
        .join('')
    }
  }
  const [unknown] = left
  if (unknown !== undefined) throw new Error(`${type.name} has no element ${unknown}`)
  return text
}

function each(value: unknown, beside: unknown): [unknown, unknown][] {
  if (!Array.isArray(value) && !Array.isArray(beside)) return [[value, beside]]
  const [values, others] = [value ?? [], beside ?? []] as [unknown[], unknown[]]
  return Array.from({ length: Math.max(values.length, others.length) }, (_, at) => [values[at], others[at]])
}

function elementIn(name: string, typeName: string, value: unknown, beside: unknown): string {
  if (typeName === 'xhtml') return narrative(String(value))
  const type = findType(typeName)
  if (type === undefined) throw new Error(`FHIR R4 has no type ${typeName}`)
  if (type.kind === 'resource') return `<${name}>${resourceIn(value)}</${name}>`
  const isPrimitive = type.kind === 'primitive'
  const inside = ((isPrimitive ? beside : value) ?? {}) as Fields
  const attributes = ['id', ...(typeName === 'Extension' ? ['url'] : [])].filter(key => typeof inside[key] === 'string')
  const said = [
    ...attributes.map(key => xmlAttribute(key, String(inside[key]))),
    ...(isPrimitive && value !== undefined && value !== null
      ? [xmlAttribute('value', digitsOf(value) ?? String(value))]
      : []),
  ].join('')
  const content = elementsOf(inside, isPrimitive ? ELEMENT() : type, new Set(attributes))
  return content === '' ? `<${name}${said}/>` : `<${name}${said}>${content}</${name}>`
}

const ELEMENT = () => findType('Element') as TypeFacts

/** As it is, where it is XML by itself; else its text, which is better than nothing. */
function narrative(div: string): string {
  if (readXml(div, RESOURCE_LIMITS).ok) return div
  return `<div xmlns="http://www.w3.org/1999/xhtml">${xmlText(div.replace(/<[^>]*>/g, ' '))}</div>`
}
