import { done, type Outcome, refused } from '#ground/outcome.ts'
import { elementsIn, readXml, textIn, type XmlElement, type XmlProblem } from '#ground/xml/read.ts'
import { charsetOfHeader, type DecodedText } from '../charset.ts'
import type { Hl7Limits, Hl7Message } from '../message.ts'
import { readPipes } from '../pipes.ts'
import type { Hl7Problem } from '../problem.ts'
import { type Form, SOAP, V2_XML, XML } from './form.ts'
import { isPasExport, readPasExport } from './pas-export.ts'
import { readV2Xml } from './v2-xml.ts'

/**
 * Reads a message that came as XML: HL7's own XML of it, a SOAP envelope around that or around the bar-and-hat form, or
 * what a Welsh PAS exports of a person. What is neither is refused by what it is.
 */
export function readXmlMessage({ text, charset }: DecodedText, limits: Hl7Limits): Outcome<Hl7Message, Hl7Problem> {
  const document = readXml(text.trimStart())
  if (!document.ok) return refused(XML_PROBLEMS[document.problem])
  const root = document.value
  if (isEnvelope(root)) return readEnvelope(root, charset, limits)
  if (isPasExport(root)) return readPasExport(root, charset)
  return isV2Xml(root) ? readV2Xml(root, { charset, form: XML, limits }) : refused('hl7.otherXml')
}

const XML_PROBLEMS: Readonly<Record<XmlProblem, Hl7Problem>> = {
  'xml.malformed': 'hl7.xmlMalformed',
  'xml.doctype': 'hl7.xmlDoctype',
  'xml.tooLarge': 'hl7.xmlTooLarge',
}

/** Older senders leave the namespace out; another one is another language. */
function isV2Xml(root: XmlElement): boolean {
  const known = root.namespace === V2_XML || root.namespace === ''
  return known && elementsIn(root)[0]?.name === 'MSH'
}

function isEnvelope({ name, namespace }: XmlElement): boolean {
  return name === 'Envelope' && (SOAP as readonly string[]).includes(namespace)
}

/** However deep the message lies in the body: each service has a name of its own for what holds it. */
function readEnvelope(envelope: XmlElement, charset: string, limits: Hl7Limits): Outcome<Hl7Message, Hl7Problem> {
  const body = elementsIn(envelope).find(({ name }) => name === 'Body')
  const held = body && firstHeld(body)
  const form = (inside: 'pipes' | 'xml'): Form => ({ kind: 'soap', envelope: envelope.namespace, inside })
  if (held === undefined) return refused('hl7.soapEmpty')
  if (typeof held !== 'string') return readV2Xml(held, { charset, form: form('xml'), limits })
  if (held.startsWith('MSH')) {
    const read = readPipes({ text: held, charset: charsetOfHeader(held) ?? charset }, limits)
    return read.ok ? done({ ...read.value, form: form('pipes') }) : read
  }
  const document = readXml(held)
  if (!document.ok) return refused(XML_PROBLEMS[document.problem])
  if (!isV2Xml(document.value)) return refused('hl7.otherXml')
  return readV2Xml(document.value, { charset, form: form('xml'), limits })
}

/** A message in HL7's XML, or text that begins like a message of either form. */
function firstHeld(element: XmlElement): XmlElement | string | undefined {
  const text = textIn(element)
  if (/^(?:MSH|<)/.test(text)) return text
  for (const inner of elementsIn(element)) {
    const held = isV2Xml(inner) ? inner : firstHeld(inner)
    if (held !== undefined) return held
  }
  return undefined
}
