import type { TypeFacts } from '#ground/fhir/definitions/types.ts'
import { findType, isResourceType, jsonName } from '#ground/fhir/definitions/types.ts'
import { exactNumber } from '#ground/fhir/json/exact.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { elementsIn, readXml, type XML_LIMITS, type XmlElement, type XmlProblem } from '#ground/xml/read.ts'

/** A value in the shape that FHIR gives it in JSON. */
type Fields = { [name: string]: unknown }

/** Whatever it calls itself: whether R4 has that type is asked when it is checked. */
type XmlResource = Fields & { readonly resourceType: string }

const FHIR = 'http://hl7.org/fhir'
const XHTML = 'http://www.w3.org/1999/xhtml'

/** As deep as JSON of the same may be, with an element more for each resource within another. */
export const RESOURCE_LIMITS = { depthMax: 100, elementsMax: 500_000 }

/**
 * A resource in XML as it would stand in JSON: numbers keep their digits, narrative is what stood there letter by letter. What
 * R4 does not know stands under its own name, so that it is found when it is checked, and nothing is lost in silence. Refused
 * is what is no XML of FHIR, or is larger than the limits. Lenient for what others have published, with slips in it. Source: FHIR R4, xml.html.
 */
export function readResource(
  text: string,
  {
    limits = RESOURCE_LIMITS,
    isLenient = false,
  }: { readonly limits?: typeof XML_LIMITS; readonly isLenient?: boolean } = {},
): Outcome<XmlResource, XmlProblem> {
  const document = readXml(text, limits)
  if (!document.ok) return document
  try {
    return done(resourceOf(document.value, { text, isLenient }))
  } catch (fault) {
    if (fault === NOT_FHIR) return refused('xml.malformed')
    throw fault
  }
}

/** What is read, and whether text where none belongs and what is there too often is passed by. */
interface Reading {
  readonly text: string
  readonly isLenient: boolean
}

/** Text where none belongs, or another namespace: whoever sent it meant something that would be lost. */
const NOT_FHIR = new Error('not XML of FHIR')

function resourceOf(element: XmlElement, read: Reading): XmlResource {
  const type = isResourceType(element.name) ? findType(element.name) : undefined
  return { resourceType: element.name, ...fieldsOf(element, type, read) }
}

function fieldsOf(element: XmlElement, type: TypeFacts | undefined, read: Reading): Fields {
  const made: Fields = {}
  const hasText = element.content.some(part => typeof part === 'string' && part.trim() !== '')
  if (element.namespace !== FHIR || (hasText && !read.isLenient)) throw NOT_FHIR
  for (const [name, value] of element.attributes) {
    if (name !== 'value' && !name.startsWith('xsi:')) made[name] = value
  }
  for (const inside of elementsIn(element)) put(made, inside, type, read)
  return made
}

function put(made: Fields, inside: XmlElement, owner: TypeFacts | undefined, read: Reading): void {
  const { name } = inside
  const known = keyOf(owner, name)
  const type = known === undefined ? undefined : findType(known.type)
  const { value, beside } = valueAndBeside(inside, type, read)
  if (known?.isList !== true) {
    // Once is enough for what R4 does not know to be found.
    if (known !== undefined && !read.isLenient && (name in made || `_${name}` in made)) throw NOT_FHIR
    if (value !== undefined) made[name] = value
    if (beside !== undefined) made[`_${name}`] = beside
    return
  }
  const values = (made[name] ?? []) as unknown[]
  const others = (made[`_${name}`] ?? []) as unknown[]
  const length = Math.max(values.length, others.length)
  // What stands beside a value has its place in a list of its own.
  if (value !== undefined || values.length > 0) made[name] = [...padded(values, length), value ?? null]
  if (beside !== undefined || others.length > 0) made[`_${name}`] = [...padded(others, length), beside ?? null]
}

function padded(list: readonly unknown[], length: number): unknown[] {
  return [...list, ...Array.from({ length: length - list.length }, () => null)]
}

function valueAndBeside(element: XmlElement, type: TypeFacts | undefined, read: Reading) {
  if (type?.name === 'xhtml') return { value: narrativeIn(element, read), beside: undefined }
  if (type?.kind === 'resource') return { value: containedIn(element, read), beside: undefined }
  if (type !== undefined && type.kind !== 'primitive')
    return { value: fieldsOf(element, type, read), beside: undefined }
  // What R4 does not know is a value or has elements, as it stands.
  if (type === undefined && !element.attributes.has('value'))
    return { value: fieldsOf(element, undefined, read), beside: undefined }
  const written = element.attributes.get('value')
  const beside = fieldsOf(element, findType('Element'), read)
  return {
    value: written === undefined ? undefined : primitiveOf(written, type?.name),
    // Nothing at all is kept as nothing, and refused as that.
    beside: Object.keys(beside).length > 0 || written === undefined ? beside : undefined,
  }
}

const NUMBERS = new Set(['integer', 'positiveInt', 'unsignedInt', 'decimal'])
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** What is no number is left as it was written, and refused as that. */
function primitiveOf(written: string, type: string | undefined): unknown {
  if (type === 'boolean') return written === 'true' ? true : written === 'false' ? false : written
  if (type === undefined || !NUMBERS.has(type) || !NUMBER.test(written)) return written
  return String(Number(written)) === written ? Number(written) : exactNumber(written)
}

function containedIn(element: XmlElement, read: Reading): Fields {
  const [resource, another] = elementsIn(element)
  if (resource === undefined || another !== undefined) throw NOT_FHIR
  return resourceOf(resource, read)
}

function narrativeIn(element: XmlElement, read: Reading): string {
  if (element.name !== 'div' || element.namespace !== XHTML) throw NOT_FHIR
  const written = read.text.slice(element.from, element.to)
  // JSON has the narrative by itself, where a namespace that was named further out is not.
  return /^<div\b[^>]*\sxmlns\s*=/.test(written) ? written : markup(element, ` xmlns="${XHTML}"`)
}

function markup({ name, attributes, content }: XmlElement, besides = ''): string {
  const said = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')
  const inside = content.map(part => (typeof part === 'string' ? escaped(part) : markup(part))).join('')
  return inside === '' ? `<${name}${besides}${said}/>` : `<${name}${besides}${said}>${inside}</${name}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

interface Key {
  readonly type: string
  readonly isList: boolean
}

const keys = new Map<TypeFacts, ReadonlyMap<string, Key>>()

/** What R4 says of an element by the name that it has in XML, which is the one it has in JSON. */
function keyOf(owner: TypeFacts | undefined, name: string): Key | undefined {
  if (owner === undefined) return undefined
  const known = keys.get(owner)
  if (known !== undefined) return known.get(name)
  const made = [...owner.elements].flatMap(([element, { types, max }]) =>
    types.map((type): [string, Key] => [jsonName(element, type), { type, isList: max > 1 }]),
  )
  keys.set(owner, new Map(made))
  return keys.get(owner)?.get(name)
}
