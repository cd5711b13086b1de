import { type Charset, decodeBytes } from './charset.ts'
import type { Delimiters } from './delimiters.ts'

/** What is needed to read any text of one message. */
export interface Encoding {
  readonly delimiters: Delimiters
  readonly charset: Charset
}

/**
 * Undoes HL7 escapes: the delimiters (`\F\ \S\ \T\ \R\ \E\ \P\`), bytes in the message's character set (`\Xdd..\`)
 * and the line break (`\.br\`). Whatever else stands between escape marks (highlighting, a stray backslash of a
 * file path) stays exactly as it was sent. Source: HL7 v2.5.1 chapter 2.7.
 */
export function decodeEscapes(text: string, { delimiters, charset }: Encoding): string {
  const mark = delimiters.escape
  if (!text.includes(mark)) return text
  const quoted = literal(mark)
  const known = new RegExp(`${quoted}(?:([FSTREP])|(\\.br)|X((?:[0-9A-Fa-f]{2})+))${quoted}`, 'g')
  return text.replace(known, (whole, letter?: string, lineBreak?: string, hex?: string) => {
    if (lineBreak) return '\n'
    if (hex) return textOfHex(hex, charset) ?? whole
    return delimiterOf(letter, delimiters) ?? whole
  })
}

/** Makes text safe to stand in one component; line breaks become `\.br\` and other control characters are left out. */
export function encodeEscapes(text: string, delimiters: Delimiters): string {
  const mark = delimiters.escape
  let safe = ''
  for (const character of text.replace(/\r\n?/g, '\n')) {
    const letter = letterOf(character, delimiters)
    if (letter) safe += mark + letter + mark
    else if (character === '\n') safe += `${mark}.br${mark}`
    else if (character >= ' ') safe += character
  }
  return safe
}

function literal(mark: string): string {
  return mark.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function textOfHex(hex: string, charset: Charset): string | undefined {
  const text = decodeBytes(Buffer.from(hex, 'hex'), charset)
  return text?.includes('\0') ? undefined : text
}

function delimiterOf(letter: string | undefined, marks: Delimiters): string | undefined {
  switch (letter) {
    case 'F':
      return marks.field
    case 'S':
      return marks.component
    case 'T':
      return marks.subcomponent
    case 'R':
      return marks.repetition
    case 'E':
      return marks.escape
    default:
      return marks.truncation
  }
}

function letterOf(character: string, marks: Delimiters): string | undefined {
  if (character === marks.field) return 'F'
  if (character === marks.component) return 'S'
  if (character === marks.subcomponent) return 'T'
  if (character === marks.repetition) return 'R'
  return character === marks.escape ? 'E' : undefined
}
