import { type Outcome, refused } from '#ground/outcome.ts'
import { decodeMessage, decodeXml } from './charset.ts'
import { readXmlMessage } from './form/read-xml.ts'
import { HL7_LIMITS, type Hl7Limits, type Hl7Message } from './message.ts'
import { isXml } from './peek.ts'
import { readPipes } from './pipes.ts'
import type { Hl7Problem } from './problem.ts'

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
