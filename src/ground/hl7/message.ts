import { done, type Outcome, refused } from '#ground/outcome.ts'
import { decodeMessage } from './charset.ts'
import { parseDelimiters } from './delimiters.ts'
import type { Encoding } from './escape.ts'
import type { Hl7Problem } from './problem.ts'

/** One message, every character kept as sent. `field.ts` reads values out of it. */
export interface Hl7Message {
  readonly encoding: Encoding
  /** At least one; the first is MSH. */
  readonly segments: readonly Segment[]
}

export interface Segment {
  readonly name: string
  /** Numbered as HL7 numbers them: `fields[0]` is the name, and MSH-1 is the separator itself. */
  readonly fields: readonly string[]
  readonly encoding: Encoding
}

export interface Hl7Limits {
  readonly bytesMax: number
  readonly segmentsMax: number
  /** In any one segment. */
  readonly fieldsMax: number
}

/** The longest message of a hospital's feed we know of is a few hundred kilobytes, with a document inside. */
export const HL7_LIMITS: Hl7Limits = { bytesMax: 1_048_576, segmentsMax: 2_000, fieldsMax: 500 }

export interface ReadOptions {
  readonly limits?: Hl7Limits
  /** Table 0211's name of the character set of a sender that leaves MSH-18 out. See `decodeMessage`. */
  readonly charsetWhenUndeclared?: string
}

/**
 * Reads one HL7 v2 message in its bar-and-hat form. Segments may end in CR (the standard), LF or CRLF; a byte-order
 * mark, blank lines and white space before MSH are passed over. Never throws, whatever the bytes.
 */
export function parseMessage(bytes: Uint8Array, options: ReadOptions = {}): Outcome<Hl7Message, Hl7Problem> {
  const limits = options.limits ?? HL7_LIMITS
  if (bytes.byteLength > limits.bytesMax) return refused('hl7.tooLarge')
  const decoded = decodeMessage(bytes, options.charsetWhenUndeclared)
  if (!decoded.ok) return decoded
  const text = decoded.value.text.trimStart()
  if (!text.startsWith('MSH')) return refused('hl7.notHl7')
  const separator = text.charAt(3)
  const delimiters = parseDelimiters(separator, text.slice(4).split(separator, 1)[0] ?? '')
  if (!delimiters) return refused('hl7.delimiters')
  const lines = linesOf(text, separator)
  if (lines.length > limits.segmentsMax) return refused('hl7.tooManySegments')
  return segmentsOf(lines, { delimiters, charset: decoded.value.charset }, limits)
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
  return done({ encoding, segments })
}
