import { type Asked, ackCodes, isEnhanced, type Verdict } from './ack-codes.ts'
import { type Delimiters, marksOf, parseDelimiters, USUAL_DELIMITERS } from './delimiters.ts'
import { encodeEscapes } from './escape.ts'
import { findSegment, rawField } from './field.ts'
import { PIPES } from './form/form.ts'
import { peekForm, peekXmlHeader } from './form/peek.ts'
import { writeInForm } from './form/write.ts'
import type { Hl7Message } from './message.ts'
import { peekHeader } from './peek.ts'
import { type AdtProblem, type Hl7Problem, PROBLEM_PLACES, type ProblemPlace } from './problem.ts'
import { writeMoment } from './time.ts'

/** What of our own goes into an acknowledgement. */
export interface AckOwn {
  /** Our MSH-10: new for each acknowledgement. */
  readonly controlId: string
  readonly at: Date
}

export interface AckFault {
  /** One of ours, or any code of the caller's, which is then reported as an internal error (207). */
  readonly problem: Hl7Problem | AdtProblem | (string & {})
  /**
   * Said to the person who looks after the sending system, in a language they chose. Without it, the code stands alone.
   */
  readonly text?: string
}

/**
 * The acknowledgements of a message, in the order in which they are to be sent, each without framing: one, two or, where
 * the sender asked for none, none. See `ackCodes`. They are in the sender's own form, delimiters and version, and UTF-8.
 * The fault is told in ERR from version 2.5, and before that in MSA-3. Source: HL7 v2.5.1 chapter 2.9 and 2.15.
 */
export function acksFor(message: Hl7Message, verdict: Verdict, own: () => AckOwn, fault?: AckFault): Buffer[] {
  const { form, encoding } = message
  const msh = findSegment(message, 'MSH')
  const header = Array.from({ length: 19 }, (_, number) => rawField(msh, number))
  return ackCodes(verdict, askedIn(header)).map(code =>
    writeInForm(acknowledge(header, encoding.delimiters, code, own(), fault), encoding.delimiters, form),
  )
}

/**
 * The refusal (AR, or CR if so asked) of a frame that could not be read, naming the message when at least its first
 * line could be. Its sender must be told which one it was: it may have others in flight. It is told even if it asked
 * for no answer: what cannot be read may not be what it sent.
 */
export function nakForUnreadable(frame: Uint8Array, own: AckOwn, fault: AckFault): Buffer {
  const form = peekForm(frame)
  const peeked = peekHeader(frame)
  const delimiters = peeked && parseDelimiters(peeked.fields[1] ?? '', peeked.fields[2] ?? '')
  const header = form === PIPES ? (delimiters ? peeked.fields : []) : peekXmlHeader(frame)
  const [code = 'AR'] = ackCodes('rejected', askedIn(header))
  const marks = delimiters ?? USUAL_DELIMITERS
  return writeInForm(acknowledge(header, marks, code, own, fault), marks, form)
}

function askedIn(header: readonly string[]): Asked {
  return { accept: header[15] ?? '', application: header[16] ?? '' }
}

/** One acknowledgement, as segments of fields. MSH-1 is left out. */
export function acknowledge(
  header: readonly string[],
  delimiters: Delimiters,
  code: string,
  own: AckOwn,
  fault: AckFault | undefined,
): string[][] {
  const sent = (number: number) => printable(header[number] ?? '')
  const version = sent(12) || '2.5'
  const tellsInErr = Number.parseFloat(version) >= 2.5
  const said = fault && encodeEscapes(fault.text ?? fault.problem, delimiters)
  const type = typeOf(sent(9), delimiters.component)
  const msh = ['MSH', marksOf(delimiters), sent(5), sent(6), sent(3), sent(4), writeMoment(own.at), '', type]
  // Of an answer that ends the exchange nothing more is to be said.
  const ends = isEnhanced(askedIn(header)) && code.startsWith('A') ? ['', '', 'NE', 'NE'] : []
  const msa = ['MSA', code, sent(10), ...(said && !tellsInErr ? [said] : [])]
  const segments = [[...msh, encodeEscapes(own.controlId, delimiters), sent(11) || 'P', version, ...ends], msa]
  if (fault && said && tellsInErr) segments.push(errOf(fault, said, delimiters))
  return segments
}

/** Control characters could break the acknowledgement into other segments or frames. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '')
}

/** `ACK^A01^ACK`, as many parts as the sender gave its own MSH-9. */
function typeOf(sentType: string, separator: string): string {
  const [, trigger, structure] = sentType.split(separator)
  if (!trigger) return 'ACK'
  return ['ACK', trigger, ...(structure ? ['ACK'] : [])].join(separator)
}

/** ERR-2 where, ERR-3 HL7's code, ERR-4 severity, ERR-5 our code, ERR-8 the text. */
function errOf(fault: AckFault, said: string, delimiters: Delimiters): string[] {
  const places: Readonly<Record<string, ProblemPlace>> = PROBLEM_PLACES
  const place = places[fault.problem]
  const separator = delimiters.component
  const where = place ? [place.segment, '1', ...(place.field ? [String(place.field)] : [])].join(separator) : ''
  const condition = [place?.condition ?? '207', '', 'HL70357'].join(separator)
  return ['ERR', '', where, condition, 'E', encodeEscapes(fault.problem, delimiters), '', '', said]
}
