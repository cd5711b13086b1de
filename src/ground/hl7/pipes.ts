import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { DecodedText } from './charset.ts'
import { parseDelimiters } from './delimiters.ts'
import type { Encoding } from './escape.ts'
import { PIPES } from './form/form.ts'
import type { Hl7Limits, Hl7Message, Segment } from './message.ts'
import type { Hl7Problem } from './problem.ts'

/** Reads a message in its bar-and-hat form, as text. */
export function readPipes({ text, charset }: DecodedText, limits: Hl7Limits): Outcome<Hl7Message, Hl7Problem> {
  const begun = text.trimStart()
  if (!begun.startsWith('MSH')) return refused('hl7.notHl7')
  const separator = begun.charAt(3)
  const delimiters = parseDelimiters(separator, begun.slice(4).split(separator, 1)[0] ?? '')
  if (!delimiters) return refused('hl7.delimiters')
  const lines = linesOf(begun, separator)
  if (lines.length > limits.segmentsMax) return refused('hl7.tooManySegments')
  return segmentsOf(lines, { delimiters, charset }, limits)
}

/**
 * In a message whose segments end in CR, a lone LF starts a segment only if one stands there; any other belongs to
 * the text it interrupts, since senders let line breaks of free text through.
 */
function linesOf(text: string, separator: string): string[] {
  const mark = `[${separator.replace(/[\\\]^-]/g, '\\$&')}]`
  const ends = text.includes('\r') ? new RegExp(`\\r\\n?|\\n(?=[A-Z][A-Z0-9]{2}${mark})`) : /\n/
  return text
    .split(ends)
    .filter(line => line.trim() !== '')
    .map(line => line.replace(/^\n+|\n+$/g, ''))
}

function segmentsOf(lines: string[], encoding: Encoding, limits: Hl7Limits): Outcome<Hl7Message, Hl7Problem> {
  const segments: Segment[] = []
  for (const line of lines) {
    const [name = '', ...rest] = line.split(encoding.delimiters.field)
    if (!/^[A-Z][A-Z0-9]{2}$/.test(name)) return refused('hl7.segmentName')
    if (name === 'MSH' && segments.length > 0) return refused('hl7.severalMessages')
    if (rest.length > limits.fieldsMax) return refused('hl7.tooManyFields')
    const fields = name === 'MSH' ? [name, encoding.delimiters.field, ...rest] : [name, ...rest]
    segments.push({ name, fields, encoding })
  }
  return done({ encoding, segments, form: PIPES })
}
