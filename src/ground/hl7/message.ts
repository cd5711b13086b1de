import { type Outcome, refused } from '#ground/outcome.ts'
import { decodeMessage, decodeXml } from './charset.ts'
import type { Encoding } from './escape.ts'
import type { Form } from './form/form.ts'
import { readXmlMessage } from './form/read-xml.ts'
import { isXml } from './peek.ts'
import { readPipes } from './pipes.ts'
import type { Hl7Problem } from './problem.ts'

/** One message, every character kept as sent. `field.ts` reads values out of it. */
export interface Hl7Message {
  readonly encoding: Encoding
  /** At least one; the first is MSH. */
  readonly segments: readonly Segment[]
  /** How it came, and how it is answered. */
  readonly form: Form
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
 * Reads one HL7 v2 message in whichever form it came: bar-and-hat, HL7's XML, or either in a SOAP envelope. Segments may
 * end in CR (the standard), LF or CRLF; a byte-order mark, blank lines and white space before it are passed over. Never
 * throws, whatever the bytes.
 */
export function parseMessage(bytes: Uint8Array, options: ReadOptions = {}): Outcome<Hl7Message, Hl7Problem> {
  const limits = options.limits ?? HL7_LIMITS
  if (bytes.byteLength > limits.bytesMax) return refused('hl7.tooLarge')
  if (isXml(bytes)) {
    const decoded = decodeXml(bytes)
    return decoded.ok ? readXmlMessage(decoded.value, limits) : decoded
  }
  const decoded = decodeMessage(bytes, options.charsetWhenUndeclared)
  return decoded.ok ? readPipes(decoded.value, limits) : decoded
}
