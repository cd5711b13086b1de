import { isAscii, isUtf8 } from 'node:buffer'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type Peeked, peekHeader, wideness } from './peek.ts'

/** A character set by the name `TextDecoder` knows it by, or plain ASCII. */
export type Charset = string

export interface DecodedText {
  readonly text: string
  readonly charset: Charset
}

/**
 * Turns a message's bytes into text in the character set its MSH-18 declares (HL7 table 0211; the first repetition),
 * or in the Unicode form that a byte-order mark shows.
 * Without a declaration the bytes are read as UTF-8, or else refused: guessing Latin-1 would turn the ŵ and ŷ of a
 * sender of ISO 8859-14 into ð and þ, a plausible wrong name that nobody would question. A sender known to leave
 * MSH-18 out may be given its own `whenUndeclared`, in the words of table 0211.
 */
export function decodeMessage(
  bytes: Uint8Array,
  whenUndeclared?: string,
): Outcome<DecodedText, 'hl7.charset' | 'hl7.nul'> {
  const charset = charsetOf(bytes, whenUndeclared)
  const text = charset && decodeBytes(bytes, charset)
  if (charset === undefined || text === undefined) return refused('hl7.charset')
  return text.includes('\0') ? refused('hl7.nul') : done({ text, charset })
}

/**
 * Turns the bytes of an XML document into text, in the character set that its byte-order mark, its first two bytes or
 * its declaration shows; UTF-8 where nothing does. Source: XML 1.0, appendix F.
 */
export function decodeXml(bytes: Uint8Array): Outcome<DecodedText, 'hl7.charset' | 'hl7.nul'> {
  const charset = charsetOfXml(bytes)
  const text = charset && decodeBytes(bytes, charset)
  if (charset === undefined || text === undefined) return refused('hl7.charset')
  return text.includes('\0') ? refused('hl7.nul') : done({ text, charset })
}

/** The character set that the header of a message names which is text already; undefined when it names none we know. */
export function charsetOfHeader(text: string): Charset | undefined {
  const declared = declaredIn(peekHeader(Buffer.from(text.slice(0, 8192))))
  return declared ? charsetNamed(declared) : undefined
}

/** The bytes as text, or undefined when they are not valid in that character set. */
export function decodeBytes(bytes: Uint8Array, charset: Charset): string | undefined {
  if (charset === 'ascii') return isAscii(bytes) ? Buffer.from(bytes).toString('latin1') : undefined
  try {
    return decoderOf(charset).decode(bytes)
  } catch {
    return undefined
  }
}

/** Making one costs more than using it, and a text of many escapes needs it for each. */
const decoders = new Map<Charset, TextDecoder>()

function decoderOf(charset: Charset): TextDecoder {
  const decoder = decoders.get(charset) ?? new TextDecoder(charset, { fatal: true })
  decoders.set(charset, decoder)
  return decoder
}

function charsetOf(bytes: Uint8Array, whenUndeclared: string | undefined): Charset | undefined {
  const header = peekHeader(bytes)
  if (header?.wide) return header.wide
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  const declared = declaredIn(header) || whenUndeclared
  if (!declared) return isUtf8(bytes) ? 'utf-8' : undefined
  return charsetNamed(declared)
}

function declaredIn(header: Peeked | undefined): string | undefined {
  return header?.fields[18]?.split(header.repetition)[0]?.trim()
}

function charsetOfXml(bytes: Uint8Array): Charset | undefined {
  const wide = wideness(bytes)
  if (wide) return wide
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 256)).toString('latin1')
  const declared = /^(?:\u00ef\u00bb\u00bf|\s)*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1]
  if (declared === undefined) return 'utf-8'
  return charsetNamed(declared.replace(/^US-/i, ''))
}

/**
 * Table 0211's names, and two that senders use for want of better. The `8859/n` names are read as the web reads
 * them: 8859/1 is Windows-1252, because a sender that uses the bytes the two disagree on means the printing
 * character, never a control code.
 */
function charsetNamed(name: string): Charset | undefined {
  const known: Readonly<Record<string, Charset>> = {
    ASCII: 'ascii',
    'UNICODE UTF-8': 'utf-8',
    UNICODE: 'utf-8',
    'UTF-8': 'utf-8',
    'WINDOWS-1252': 'windows-1252',
  }
  const plain = name.toUpperCase()
  const part = /^(?:ISO[ -]?)?8859[/-](\d{1,2})$/.exec(plain)?.[1]
  return known[plain] ?? (part && LATIN_PARTS.has(part) ? `iso-8859-${part}` : undefined)
}

/** Parts of ISO 8859 that the decoder carries. Part 12 was never published; 9 and 11 are read as Windows reads them. */
const LATIN_PARTS: ReadonlySet<string> = new Set('1 2 3 4 5 6 7 8 9 10 11 13 14 15 16'.split(' '))
