import { type Delimiters, parseDelimiters, USUAL_DELIMITERS } from './delimiters.ts'
import { wideness } from './peek.ts'
import type { BatchProblem } from './problem.ts'

export interface Batch {
  /** Every message as it came, in order, whichever batch of the file it was in. */
  readonly messages: readonly Buffer[]
  /** The outermost header (FHS or BHS), by HL7's numbers: 3 and 4 who sends, 11 by what id it is known. */
  readonly header: readonly string[]
  readonly delimiters: Delimiters
  readonly problem: BatchProblem | undefined
}

/**
 * Reads a batch or a file of batches: FHS, BHS, messages, BTS, FTS, with batches one after another in a file, and
 * blank lines anywhere. Undefined for bytes that do not begin with FHS or BHS.
 * Source: HL7 v2.5.1 chapter 2.10.3.
 */
export function readBatch(file: Uint8Array): Batch | undefined {
  const pieces = piecesOf(file)
  const [first] = pieces
  if (first === undefined || !/^(?:FHS|BHS)$/.test(first.name) || !first.begins) return undefined
  const text = textOf(first.bytes)
  const separator = text.charAt(3)
  const fields = (text.split(/[\r\n]/)[0] ?? '').split(separator)
  return {
    messages: pieces.flatMap(({ name, bytes }) => (name === 'MSH' ? [bytes] : [])),
    header: [first.name, separator, ...fields.slice(1)],
    delimiters: parseDelimiters(separator, fields[1] ?? '') ?? USUAL_DELIMITERS,
    problem: problemIn(pieces),
  }
}

/**
 * Cuts a file into its messages: each begins at an MSH that starts a line and ends before the next. Batch and file
 * wrappers (FHS, BHS, BTS, FTS) and whatever precedes the first MSH are left out; every byte of a message is kept,
 * with the end of its last line, but without the blank lines after it.
 */
export function splitMessages(file: Uint8Array): Buffer[] {
  return piecesOf(file).flatMap(({ name, bytes }) => (name === 'MSH' ? [bytes] : []))
}

/** What stands between one header, trailer or beginning of a message and the next. */
interface Piece {
  readonly name: string
  readonly bytes: Buffer
  /** Whether nothing but blanks and a byte-order mark precedes it. */
  readonly begins: boolean
}

function piecesOf(file: Uint8Array): Piece[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const wide = wideness(bytes)
  const text = wide ? new TextDecoder(wide, { ignoreBOM: true }).decode(bytes) : bytes.toString('latin1')
  const width = wide ? 2 : 1
  const starts = [...text.matchAll(STARTS)]
  return starts.map((start, index) => {
    const whole = text.slice(start.index, starts[index + 1]?.index ?? text.length)
    const said = whole.trimEnd().length
    const lineEnd = /^(?:\r\n|\r|\n)/.exec(whole.slice(said))?.[0].length ?? 0
    const from = start.index * width
    return {
      name: start[0],
      bytes: bytes.subarray(from, from + (said + lineEnd) * width),
      begins: index === 0 && /^(?:\u00ef\u00bb\u00bf|\ufeff|\s)*$/.test(text.slice(0, start.index)),
    }
  })
}

/** At the start of a line; a trailer may stand there without any field. */
const STARTS =
  /(?<=^|[\r\n]|^\u00ef\u00bb\u00bf|^\ufeff)(?:(?:MSH|FHS|BHS)(?=[!-/:-@[-`{-~])|(?:BTS|FTS)(?=[!-/:-@[-`{-~\r\n]|$))/g

function textOf(bytes: Buffer): string {
  return new TextDecoder(wideness(bytes) ?? 'latin1').decode(bytes)
}

/** Every trailer closes the header before it that is still open, and counts what came since. */
function problemIn(pieces: readonly Piece[]): BatchProblem | undefined {
  const problems: BatchProblem[] = []
  let file: { batches: number; messages: number } | undefined
  let batch: { messages: number } | undefined
  for (const { name, bytes } of pieces) {
    if (name === 'MSH') {
      if (batch) batch.messages++
      if (file) file.messages++
    } else if (name === 'FHS' || name === 'BHS') {
      if (batch || (name === 'FHS' && file)) problems.push('hl7.batchUnfinished')
      if (name === 'FHS') file = { batches: 0, messages: 0 }
      batch = name === 'BHS' ? { messages: 0 } : undefined
      if (batch && file) file.batches++
    } else if (name === 'BTS') {
      if (!batch) problems.push('hl7.batchUnfinished')
      else if (!counts(bytes, batch.messages)) problems.push('hl7.batchCount')
      batch = undefined
    } else {
      // A file without batches counts its messages, for want of anything else.
      if (batch || !file) problems.push('hl7.batchUnfinished')
      else if (!counts(bytes, file.batches > 0 ? file.batches : file.messages)) problems.push('hl7.batchCount')
      batch = undefined
      file = undefined
    }
  }
  if (batch || file) problems.push('hl7.batchUnfinished')
  return problems[0]
}

/** Whether the trailer's first field is the number, or says nothing. */
function counts(trailer: Buffer, came: number): boolean {
  const text = textOf(trailer)
  const said =
    text
      .split(/[\r\n]/)[0]
      ?.split(text.charAt(3))[1]
      ?.trim() ?? ''
  return said === '' || (/^\d{1,9}$/.test(said) && Number(said) === came)
}
