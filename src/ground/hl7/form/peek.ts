import { isXml, wideness } from '../peek.ts'
import { type Form, PIPES, SOAP, XML } from './form.ts'

/** No honest header is longer; it bounds the work done on bytes that could not be read. */
const PEEK_BYTES_MAX = 8192

/** In which form bytes that could not be read were meant to be, so that they are refused in it. */
export function peekForm(bytes: Uint8Array): Form {
  if (!isXml(bytes)) return PIPES
  const text = startOf(bytes)
  const envelope = SOAP.find(namespace => text.includes(namespace))
  return envelope === undefined ? XML : { kind: 'soap', envelope, inside: /\bMSH\.\d/.test(text) ? 'xml' : 'pipes' }
}

/** What can be told of the header of XML that could not be read: by which id the sender knows the message. */
export function peekXmlHeader(bytes: Uint8Array): string[] {
  const controlId = /<(?:[\w.-]+:)?MSH\.10>\s*([^<&]{1,199}?)\s*</.exec(startOf(bytes))?.[1]
  return controlId === undefined ? [] : [...Array<string>(10).fill(''), controlId]
}

function startOf(bytes: Uint8Array): string {
  const start = bytes.subarray(0, PEEK_BYTES_MAX)
  return new TextDecoder(wideness(bytes) ?? 'utf-8').decode(start)
}
