import { type Delimiters, marksOf, parseDelimiters, USUAL_DELIMITERS } from './delimiters.ts'
import { encodeEscapes } from './escape.ts'
import { findSegment, rawField } from './field.ts'
import type { Hl7Message } from './message.ts'
import { peekHeader } from './peek.ts'
import { type AdtProblem, type Hl7Problem, PROBLEM_PLACES, type ProblemPlace } from './problem.ts'
import { writeMoment } from './time.ts'

/**
 * What became of a message. `accepted`: it is safe with us and need not be sent again. `error`: something in it is
 * wrong, and sending the same again will not help. `rejected`: we did not take it in at all.
 */
export type Verdict = 'accepted' | 'error' | 'rejected'

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
 * The acknowledgement of a message, in the sender's own delimiters and version, as UTF-8 bytes without framing.
 *
 * MSA-1 is AA, AE or AR, unless the sender works in enhanced mode: then CA, CE or CR where MSH-15 asks for an accept
 * acknowledgement of this outcome (AL always, SU on success, ER otherwise). The standard calls it enhanced mode when
 * either MSH-15 or MSH-16 is filled; we ask for both, because many systems fill MSH-15 by habit and wait for an AA.
 * A sender that asks for none (NE, NE) is still answered: on an MLLP link silence is how a lost message looks, and a
 * sender that wants nothing may ignore it.
 * The fault is told in ERR from version 2.5, and before that in MSA-3. Source: HL7 v2.5.1 chapter 2.9 and 2.15.
 */
export function ackFor(message: Hl7Message, verdict: Verdict, own: AckOwn, fault?: AckFault): Buffer {
  const msh = findSegment(message, 'MSH')
  const header = Array.from({ length: 19 }, (_, number) => rawField(msh, number))
  return acknowledge(header, message.encoding.delimiters, verdict, own, fault)
}

/**
 * The refusal (AR, or CR if so asked) of a frame that could not be read, naming the message when at least its first
 * line could be. Its sender must be told which one it was: it may have others in flight.
 */
export function nakForUnreadable(frame: Uint8Array, own: AckOwn, fault: AckFault): Buffer {
  const peeked = peekHeader(frame)
  const delimiters = peeked && parseDelimiters(peeked.fields[1] ?? '', peeked.fields[2] ?? '')
  const header = delimiters ? peeked.fields : []
  return acknowledge(header, delimiters ?? USUAL_DELIMITERS, 'rejected', own, fault)
}

function acknowledge(
  header: readonly string[],
  delimiters: Delimiters,
  verdict: Verdict,
  own: AckOwn,
  fault: AckFault | undefined,
): Buffer {
  const sent = (number: number) => printable(header[number] ?? '')
  const version = sent(12) || '2.5'
  const tellsInErr = Number.parseFloat(version) >= 2.5
  const said = fault && encodeEscapes(fault.text ?? fault.problem, delimiters)
  const type = typeOf(sent(9), delimiters.component)
  const msh = ['MSH', marksOf(delimiters), sent(5), sent(6), sent(3), sent(4), writeMoment(own.at), '', type]
  const msa = [
    'MSA',
    codeOf(verdict, { accept: sent(15), application: sent(16) }),
    sent(10),
    ...(said && !tellsInErr ? [said] : []),
  ]
  const segments = [[...msh, encodeEscapes(own.controlId, delimiters), sent(11) || 'P', version], msa]
  if (fault && said && tellsInErr) segments.push(errOf(fault, said, delimiters))
  return joined(segments, delimiters.field)
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

function codeOf(verdict: Verdict, asked: { readonly accept: string; readonly application: string }): string {
  const accept = asked.accept.trim().toUpperCase()
  const wanted = accept === 'AL' || accept === (verdict === 'accepted' ? 'SU' : 'ER')
  const outcome = { accepted: 'A', error: 'E', rejected: 'R' }[verdict]
  return (wanted && asked.application.trim() !== '' ? 'C' : 'A') + outcome
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

/** Says UTF-8 in MSH-18 when anything is not plain ASCII, since the sender's own set may not hold it. */
function joined(segments: readonly (readonly string[])[], separator: string): Buffer {
  const [msh = [], ...others] = segments
  const plain = segments.flat().every(text => /^[ -~]*$/.test(text))
  const header = plain ? msh : [...msh, '', '', '', '', '', 'UNICODE UTF-8']
  return Buffer.from([header, ...others].map(fields => `${fields.join(separator)}\r`).join(''))
}
