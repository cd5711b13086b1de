import { done, type Outcome, refused } from '#ground/outcome.ts'
import { elementsIn, textIn, type XmlElement } from '#ground/xml/read.ts'
import { type Delimiters, parseDelimiters, USUAL_DELIMITERS } from '../delimiters.ts'
import { type Encoding, encodeEscapes } from '../escape.ts'
import type { Hl7Limits, Hl7Message, Segment } from '../message.ts'
import type { Hl7Problem } from '../problem.ts'
import type { Form } from './form.ts'

/**
 * Makes of HL7's XML the message that its bar-and-hat form would be, so that whatever reads a message need not know how
 * it came. Groups are looked into; a field's parts stand where their numbers say.
 * Source: HL7 v2 XML encoding rules, release 2.
 */
export function readV2Xml(
  root: XmlElement,
  { charset, form, limits }: { readonly charset: string; readonly form: Form; readonly limits: Hl7Limits },
): Outcome<Hl7Message, Hl7Problem> {
  const lines = segmentsIn(root)
  const delimiters = delimitersOf(lines[0])
  if (delimiters === undefined) return refused('hl7.delimiters')
  if (lines.length > limits.segmentsMax) return refused('hl7.tooManySegments')
  const encoding = { delimiters, charset }
  const segments: Segment[] = []
  for (const line of lines) {
    if (line.name === 'MSH' && segments.length > 0) return refused('hl7.severalMessages')
    const fields = fieldsOf(line, encoding, limits.fieldsMax)
    if (!fields.ok) return fields
    segments.push({ name: line.name, fields: fields.value, encoding })
  }
  return done({ encoding, segments, form })
}

/** A segment has three letters; whatever else holds elements is a group of them. */
function segmentsIn(group: XmlElement): XmlElement[] {
  return elementsIn(group).flatMap(inner => (/^[A-Z][A-Z0-9]{2}$/.test(inner.name) ? [inner] : segmentsIn(inner)))
}

function delimitersOf(msh: XmlElement | undefined): Delimiters | undefined {
  if (msh === undefined) return undefined
  const said = (name: string) => elementsIn(msh).find(field => field.name === name)
  const [separator, marks] = [said('MSH.1'), said('MSH.2')]
  if (separator === undefined && marks === undefined) return USUAL_DELIMITERS
  return parseDelimiters(separator ? textIn(separator) : '|', marks ? textIn(marks) : '')
}

function fieldsOf(line: XmlElement, encoding: Encoding, fieldsMax: number): Outcome<string[], Hl7Problem> {
  const { field, repetition } = encoding.delimiters
  const fields: string[] = [line.name]
  for (const element of elementsIn(line)) {
    const number = numberOf(element, `${line.name}.`)
    if (number === undefined) return refused('hl7.xmlField')
    if (number > fieldsMax) return refused('hl7.tooManyFields')
    if (line.name === 'MSH' && number <= 2) continue
    const said = partsOf(element, encoding, [encoding.delimiters.component, encoding.delimiters.subcomponent])
    if (said === undefined) return refused('hl7.xmlField')
    const earlier = fields[number]
    fields[number] = earlier === undefined ? said : `${earlier}${repetition}${said}`
  }
  if (line.name === 'MSH') {
    fields[1] = field
    fields[2] = marksIn(line)
  }
  return done(Array.from(fields, said => said ?? ''))
}

/** MSH-2 as it was sent, which is not to be read with the marks that it names. */
function marksIn(msh: XmlElement): string {
  const marks = elementsIn(msh).find(({ name }) => name === 'MSH.2')
  return marks ? textIn(marks) : '^~\\&'
}

/** A field, a component or a subcomponent: its parts joined by the first of the marks, or its text. */
function partsOf(element: XmlElement, encoding: Encoding, marks: readonly string[]): string | undefined {
  const inner = elementsIn(element).filter(({ name }) => name !== 'escape')
  if (inner.length === 0) return textOf(element, encoding)
  const [mark, ...deeper] = marks
  if (mark === undefined) return undefined
  const parts: string[] = []
  for (const one of inner) {
    const number = numberOf(one, '')
    const said = partsOf(one, encoding, deeper)
    if (number === undefined || number > PARTS_MAX || parts[number - 1] !== undefined || said === undefined) return
    parts[number - 1] = said
  }
  return Array.from(parts, said => said ?? '')
    .join(mark)
    .replace(new RegExp(`[${mark.replace(/[\\\]^-]/g, '\\$&')}]+$`), '')
}

/** No data type of HL7 has as many parts. */
const PARTS_MAX = 100

/** 5 of `PID.5`, and 1 of `XPN.1`; the part before the dot is the segment's own name, or that of a data type. */
function numberOf({ name }: XmlElement, before: string): number | undefined {
  const [, type = '', digits = ''] = /^([A-Z][A-Z0-9_]*\.)([1-9]\d{0,3})$/.exec(name) ?? []
  return digits !== '' && type.startsWith(before) ? Number(digits) : undefined
}

/** Marks within text are text here and are escaped; an escape of HL7's own is an element (`<escape V=".br"/>`). */
function textOf({ content }: XmlElement, { delimiters }: Encoding): string {
  const mark = delimiters.escape
  const last = content.length - 1
  return content
    .map((part, index) => {
      if (typeof part !== 'string') return `${mark}${(part.attributes.get('V') ?? '').replaceAll(mark, '')}${mark}`
      const begun = index === 0 ? part.trimStart() : part
      return encodeEscapes(index === last ? begun.trimEnd() : begun, delimiters)
    })
    .join('')
}
