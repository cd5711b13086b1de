import { marksOf, USUAL_DELIMITERS } from './delimiters.ts'
import { encodeEscapes } from './escape.ts'
import { writeMoment } from './time.ts'

/** A segment to be written: its fields by HL7's own numbers, each already in its form (`text`, `parts`). Empty ones may be left out. */
export type Segment = readonly [name: string, fields: Readonly<Record<number, string | undefined>>]

/** What the header of a message of our own says. */
export interface OwnHeader {
  /** MSH-9, such as `ADT`, `A01`, `ADT_A01`. */
  readonly type: readonly string[]
  /** MSH-10. The same for the same message, however often it is sent. */
  readonly controlId: string
  readonly at: Date
  /** MSH-5 and MSH-6. */
  readonly to: { readonly application: string; readonly facility: string }
}

/** A message of our own: version 2.5.1, UTF-8, in the usual delimiters, always acknowledged (MSH-15). */
export function composeMessage({ type, controlId, at, to }: OwnHeader, segments: readonly Segment[]): Buffer {
  const header: Segment = [
    'MSH',
    {
      2: marksOf(USUAL_DELIMITERS),
      3: 'CYDOFAL',
      5: text(to.application),
      6: text(to.facility),
      7: writeMoment(at),
      9: parts(...type),
      10: text(controlId),
      11: 'P',
      12: '2.5.1',
      15: 'AL',
      18: 'UNICODE UTF-8',
    },
  ]
  return Buffer.from([header, ...segments].map(one => `${line(one)}\r`).join(''))
}

/** One component, with whatever in it could be taken for a mark escaped. */
export function text(value: string | undefined): string {
  return value === undefined ? '' : encodeEscapes(value, USUAL_DELIMITERS)
}

/** Several components, each already in its form; those left out at the end are not written. */
export function parts(...components: readonly (string | undefined)[]): string {
  return components
    .map(one => one ?? '')
    .join(USUAL_DELIMITERS.component)
    .replace(/\^+$/, '')
}

/** Several repetitions of a field. */
export function repeated(fields: readonly string[]): string {
  return fields.join(USUAL_DELIMITERS.repetition)
}

function line([name, fields]: Segment): string {
  const last = Math.max(0, ...Object.keys(fields).map(Number))
  // MSH-1 is the mark between fields itself.
  const first = name === 'MSH' ? 2 : 1
  const written = Array.from({ length: last - first + 1 }, (_, at) => fields[at + first] ?? '')
  return [name, ...written].join(USUAL_DELIMITERS.field)
}
