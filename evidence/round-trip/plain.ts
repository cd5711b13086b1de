import { SaxesParser } from 'saxes'
import { Digits, type Exact, type ExactFields, isFields, writtenOut } from './exact.ts'

/**
 * A resource as JSON and XML both say it: below each name a list of what stands there, in its order; a value is a text.
 * By somebody who shares no code with the product and knows no type: so an XML can be compared with the JSON it came from.
 */
export type Plain = string | { readonly [name: string]: readonly Plain[] }

/** Where the value of an element stands that has an id or extensions besides, and where the type of a resource does. */
const VALUE = '='
const TYPE = 'resourceType'

/** A resource in JSON, plainly. */
export function plainFromJson(resource: Exact): Plain {
  if (!isFields(resource)) return textOf(resource)
  const plain: Record<string, Plain[]> = {}
  for (const name of new Set(Object.keys(resource).map(key => key.replace(/^_/, '')))) {
    if (name === 'resourceType') plain[TYPE] = [textOf(resource[name]!)]
    else plain[name] = pairs(resource, name).map(([value, beside]) => elementFromJson(name, value, beside))
  }
  return plain
}

function pairs(fields: ExactFields, name: string): (readonly [Exact | undefined, Exact | undefined])[] {
  const [values, besides] = [listOf(fields[name]), listOf(fields[`_${name}`])]
  return Array.from({ length: Math.max(values.length, besides.length) }, (_, at) => [values[at], besides[at]])
}

function listOf(value: Exact | undefined): readonly Exact[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value as Exact]
}

function elementFromJson(name: string, value: Exact | undefined, beside: Exact | undefined): Plain {
  if (isFields(value)) return plainFromJson(value)
  const text = value === undefined || value === null ? undefined : textOf(value)
  const said = name === 'div' && text !== undefined ? narrative(text) : text
  if (!isFields(beside)) return said ?? ''
  const besides = plainFromJson(beside) as Record<string, readonly Plain[]>
  return said === undefined ? besides : { ...besides, [VALUE]: [said] }
}

function textOf(value: Exact): string {
  return value instanceof Digits ? writtenOut(value.digits) : String(value)
}

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: (string | Tag)[]
}

/** A resource in XML, plainly. */
export function plainFromXml(text: string): Plain {
  return resourceFrom(read(text))
}

function resourceFrom(tag: Tag): Plain {
  return { [TYPE]: [tag.name], ...(besidesOf(tag) as object) }
}

/** All that stands in a tag but its value: its attributes and its elements. */
function besidesOf({ attributes, content }: Tag): Record<string, Plain[]> {
  const plain: Record<string, Plain[]> = {}
  for (const [name, value] of Object.entries(attributes))
    if (name !== 'value' && name !== 'xmlns') plain[name] = [value]
  for (const inner of content) {
    if (typeof inner === 'string') continue
    const element = inner.name === 'div' ? narrativeOf(inner) : elementFrom(inner)
    plain[inner.name] = [...(plain[inner.name] ?? []), element]
  }
  return plain
}

function elementFrom(tag: Tag): Plain {
  const value = tag.attributes.value
  const tags = tag.content.filter(inner => typeof inner !== 'string')
  const [only] = tags
  if (only !== undefined && tags.length === 1 && /^[A-Z]/.test(only.name)) return resourceFrom(only)
  const besides = besidesOf(tag)
  if (value === undefined) return besides
  return Object.keys(besides).length === 0 ? value : { ...besides, [VALUE]: [value] }
}

function narrative(text: string): string {
  return narrativeOf(read(text))
}

/** Narrative in the one way in which all ways to write it are the same. */
function narrativeOf({ name, attributes, content }: Tag): string {
  const said = Object.entries(attributes)
    .filter(([one]) => one !== 'xmlns')
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  const within = content.map(inner => (typeof inner === 'string' ? inner.replaceAll('<', '&lt;') : narrativeOf(inner)))
  return `<${name}${said.map(([one, value]) => ` ${one}=${JSON.stringify(value)}`).join('')}>${within.join('')}</${name}>`
}

function read(text: string): Tag {
  const parser = new SaxesParser()
  const open: Tag[] = [{ name: '', attributes: {}, content: [] }]
  const say = (words: string) => void open.at(-1)?.content.push(words)
  parser.on('opentag', ({ name, attributes }) => {
    const tag: Tag = { name: name.replace(/^.*:/, ''), attributes: attributes as Tag['attributes'], content: [] }
    open.at(-1)?.content.push(tag)
    open.push(tag)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', say)
  parser.on('cdata', say)
  parser.on('error', fault => {
    throw fault
  })
  parser.write(text).close()
  const root = open[0]?.content.find(inner => typeof inner !== 'string')
  if (root === undefined) throw new Error('no element')
  return root
}

/** Where two differ first, and how; undefined where they say the same. */
export function plainDifference(sent: Plain | undefined, got: Plain | undefined, path = ''): string | undefined {
  if (sent === undefined || got === undefined || typeof sent === 'string' || typeof got === 'string') {
    const [one, other] = [sent, got].map(value => JSON.stringify(value ?? 'nothing').slice(0, 80))
    return JSON.stringify(sent) === JSON.stringify(got) ? undefined : `${path}: ${one} came back in XML as ${other}`
  }
  for (const name of new Set([...Object.keys(sent), ...Object.keys(got)])) {
    const [one = [], other = []] = [sent[name], got[name]]
    for (let at = 0; at < Math.max(one.length, other.length); at++) {
      const found = plainDifference(one[at], other[at], `${path}/${name}[${at}]`)
      if (found !== undefined) return found
    }
  }
  return undefined
}
