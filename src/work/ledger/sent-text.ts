/** How much of a message is shown at most, bytes. Honest ones without a document inside are far shorter. */
export const SHOWN_BYTES_MAX = 64 * 1024

/** One line of a message. */
export interface SentSegment {
  /** `PID`; the whole line's first three characters. */
  readonly name: string
  /** As it was sent, but for control characters, which show as a dot. */
  readonly sent: string
  /** Numbered as HL7 numbers them: 0 is the name, and MSH-1 is the separator itself. */
  readonly fields: readonly string[]
  readonly marks: Marks
}

interface Marks {
  readonly field: string
  readonly component: string
  readonly repetition: string
  readonly escape: string
  readonly subcomponent: string
}

const USUAL_MARKS: Marks = { field: '|', component: '^', repetition: '~', escape: '\\', subcomponent: '&' }

/**
 * The lines of what was sent, for people to read, whatever it is: never throws and judges nothing. Taken as UTF-8, or
 * else as Windows-1252, which gives every byte some character. Only the first `SHOWN_BYTES_MAX` bytes.
 */
export function segmentsOf(raw: Uint8Array): SentSegment[] {
  const text = textOf(raw.subarray(0, SHOWN_BYTES_MAX))
  const marks = marksIn(text)
  return text
    .split(/\r\n?|\n/)
    .filter(line => line.trim() !== '')
    .map(line => {
      const [name = '', ...rest] = line.split(marks.field)
      const fields = name === 'MSH' ? [name, marks.field, ...rest] : [name, ...rest]
      return { name: line.slice(0, 3), sent: line.replace(/\p{Cc}/gu, '·'), fields, marks }
    })
}

/** What one field says: a text for each repetition, its parts parted by spaces. */
export function saidIn({ fields, marks }: SentSegment, number: number): string[] {
  return (fields[number] ?? '')
    .split(marks.repetition)
    .map(repetition =>
      repetition
        .split(marks.component)
        .flatMap(component => component.split(marks.subcomponent))
        .map(part => unescaped(part, marks).trim())
        .filter(part => part !== '' && part !== '""')
        .join(' '),
    )
    .filter(text => text !== '')
}

function textOf(raw: Uint8Array): string {
  try {
    // `stream`: the last character may be cut in two.
    return new TextDecoder('utf-8', { fatal: true }).decode(raw, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(raw)
  }
}

function marksIn(text: string): Marks {
  const found = /^\s*MSH(.)(.)(.)(.)(.)/u.exec(text)
  if (found === null) return USUAL_MARKS
  const [, field = '', component = '', repetition = '', escape = '', subcomponent = ''] = found
  return { field, component, repetition, escape, subcomponent }
}

/** Source: HL7 v2.5.1 chapter 2.7. Only the marks themselves; whatever else stands between escapes stays as it is. */
function unescaped(part: string, marks: Marks): string {
  const letters: Readonly<Record<string, string>> = {
    F: marks.field,
    S: marks.component,
    R: marks.repetition,
    E: marks.escape,
    T: marks.subcomponent,
  }
  const [first = '', ...others] = part.split(marks.escape)
  let text = first
  for (let place = 0; place < others.length; place++) {
    const letter = letters[others[place] ?? '']
    const isClosed = place + 1 < others.length
    if (letter !== undefined && isClosed) text += letter + (others[++place] ?? '')
    else text += marks.escape + (others[place] ?? '')
  }
  return text
}
