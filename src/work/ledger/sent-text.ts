import { decodeEscapes } from '#ground/hl7/escape.ts'
import { DELETE_MARK, repetitions } from '#ground/hl7/field.ts'
import type { Segment } from '#ground/hl7/message.ts'
import { parseMessage } from '#ground/hl7/parse-message.ts'

/** One line of what was sent, with the segment it was read as, if it could be. */
export interface SentLine {
  readonly text: string
  readonly segment: Segment | undefined
}

/** How much of one line is shown, characters. A document inside a message would bury the rest of it. */
const LINE_LENGTH_MAX = 4000

/**
 * The lines of what was sent, for people to read. Never throws and judges nothing: bytes that cannot be read as a
 * message are shown as text all the same, with a sign in place of what is no character.
 */
export function linesOf(raw: Uint8Array): SentLine[] {
  const message = parseMessage(raw)
  if (message.ok) return message.value.segments.map(segment => ({ text: shown(textOf(segment)), segment }))
  return new TextDecoder()
    .decode(raw)
    .split(/\r\n?|\n/)
    .filter(line => line.trim() !== '')
    .map(line => ({ text: shown(line), segment: undefined }))
}

/** What one field says: a text for each repetition that says anything, with spaces between its parts. */
export function saidIn(segment: Segment, number: number): string[] {
  const { component, subcomponent } = segment.encoding.delimiters
  return repetitions(segment, number)
    .map(({ raw, encoding }) =>
      raw
        .split(component)
        .flatMap(part => part.split(subcomponent))
        .filter(part => part !== '' && part !== DELETE_MARK)
        .map(part => decodeEscapes(part, encoding))
        .join(' '),
    )
    .filter(text => text !== '')
}

/** The line again: MSH-1, the separator itself, stands among the fields. */
function textOf({ name, fields, encoding }: Segment): string {
  const { field } = encoding.delimiters
  return name === 'MSH' ? `MSH${field}${fields.slice(2).join(field)}` : fields.join(field)
}

function shown(line: string): string {
  const text = line.length > LINE_LENGTH_MAX ? `${line.slice(0, LINE_LENGTH_MAX)} …` : line
  return text.replace(/\p{Cc}/gu, '·')
}
