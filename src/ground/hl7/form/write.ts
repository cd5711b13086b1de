import { xmlElement, xmlText } from '#ground/xml/write.ts'
import type { Delimiters } from '../delimiters.ts'
import { decodeEscapes } from '../escape.ts'
import { type Form, V2_XML } from './form.ts'

/**
 * An answer of ours as bytes, in the form in which its sender speaks. Segments are given by their fields as they stand
 * in the bar-and-hat form, without MSH-1.
 */
export function writeInForm(segments: readonly (readonly string[])[], delimiters: Delimiters, form: Form): Buffer {
  if (form.kind === 'pipes') return Buffer.from(pipesOf(segments, delimiters))
  if (form.kind === 'xml') return Buffer.from(`${DECLARATION}${xmlOf(segments, delimiters)}`)
  const held = form.inside === 'xml' ? xmlOf(segments, delimiters) : xmlText(pipesOf(segments, delimiters))
  const body = xmlElement('soap:Body', xmlElement('response', held, ' xmlns="urn:cydofal:hl7v2"'))
  return Buffer.from(`${DECLARATION}${xmlElement('soap:Envelope', body, ` xmlns:soap="${form.envelope}"`)}`)
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

/** Says UTF-8 in MSH-18 when anything is not plain ASCII, since the sender's own set may not hold it. */
export function pipesOf(segments: readonly (readonly string[])[], delimiters: Delimiters): string {
  const [msh = [], ...others] = segments
  const isPlain = segments.flat().every(text => /^[ -~]*$/.test(text))
  const header = isPlain ? msh : [...msh, ...Array<string>(17 - msh.length).fill(''), 'UNICODE UTF-8']
  return [header, ...others].map(fields => `${fields.join(delimiters.field)}\r`).join('')
}

/** The data types of the fields of an acknowledgement that have parts. The others are text. */
const TYPES: Readonly<Record<string, string>> = {
  ...{ 'MSH.3': 'HD', 'MSH.4': 'HD', 'MSH.5': 'HD', 'MSH.6': 'HD' },
  ...{ 'MSH.7': 'TS', 'MSH.9': 'MSG', 'MSH.11': 'PT', 'MSH.12': 'VID' },
  ...{ 'ERR.2': 'ERL', 'ERR.3': 'CWE', 'ERR.5': 'CWE' },
}

function xmlOf(segments: readonly (readonly string[])[], delimiters: Delimiters): string {
  const inside = segments.map(([name = '', ...fields]) => {
    const numbered = name === 'MSH' ? [delimiters.field, ...fields] : fields
    const written = numbered.map((field, index) => fieldOf(`${name}.${index + 1}`, field, delimiters))
    return xmlElement(name, written.join(''))
  })
  return xmlElement('ACK', inside.join(''), ` xmlns="${V2_XML}"`)
}

function fieldOf(name: string, field: string, delimiters: Delimiters): string {
  if (field === '') return ''
  const charset = 'utf-8'
  const said = (text: string) => xmlText(decodeEscapes(text, { delimiters, charset }))
  const type = TYPES[name]
  if (name === 'MSH.1' || name === 'MSH.2') return xmlElement(name, xmlText(field))
  if (type === undefined) return xmlElement(name, said(field))
  const parts = field.split(delimiters.component)
  return xmlElement(name, parts.map((part, at) => (part ? xmlElement(`${type}.${at + 1}`, said(part)) : '')).join(''))
}
