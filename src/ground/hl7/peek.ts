/** The header line as it stands in the bytes, before anything is known of the character set. */
export interface Peeked {
  /** MSH-3 is `fields[3]`: numbered as HL7 numbers them. */
  readonly fields: readonly string[]
  readonly component: string
  readonly repetition: string
  /** Set when the bytes themselves show two bytes to a character. */
  readonly wide?: 'utf-16le' | 'utf-16be'
}

/** No honest header is longer; it bounds the work done on bytes that are not yet known to be HL7. */
const HEADER_BYTES_MAX = 8192

/**
 * Looks at the first line without judging it. Used where the message cannot or need not be read whole:
 * to find the character set, to name the message in a refusal, to match an acknowledgement.
 * Undefined when the bytes do not begin with MSH.
 */
export function peekHeader(bytes: Uint8Array): Peeked | undefined {
  const wide = wideness(bytes)
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEADER_BYTES_MAX))
  const text = wide ? new TextDecoder(wide).decode(start) : start.toString('latin1')
  const line = /^(?:\u00ef\u00bb\u00bf|\s|\ufeff)*(MSH[^\r\n]*)/.exec(text)?.[1]
  const separator = line?.[3]
  if (!line || !separator) return undefined
  const parts = line.split(separator)
  const marks = parts[1] ?? ''
  return {
    fields: ['MSH', separator, ...parts.slice(1)],
    component: marks[0] ?? '^',
    repetition: marks[1] ?? '~',
    ...(wide && { wide }),
  }
}

/** The control id as sent, trimmed; empty when there is none to be found. */
export function peekControlId(bytes: Uint8Array): string {
  return (peekHeader(bytes)?.fields[10] ?? '').trim()
}

/** Whether the bytes show two bytes to a character: by their mark, or by the first being one of plain text. */
export function wideness(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first = 0, second = 0] = bytes
  if ((first === 0xff && second === 0xfe) || (isPlain(first) && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && isPlain(second))) return 'utf-16be'
  return undefined
}

function isPlain(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d || (byte >= 0x20 && byte < 0x7f)
}

/** Whether the bytes begin as XML does. Nothing that begins with MSH is meant. */
export function isXml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 256))
  const wide = wideness(bytes)
  const text = wide ? new TextDecoder(wide).decode(start) : start.toString('latin1')
  return /^(?:\u00ef\u00bb\u00bf|\s|\ufeff)*</.test(text)
}
