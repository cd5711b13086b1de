import { type AckOwn, acknowledge } from './ack.ts'
import type { Batch } from './batch.ts'
import { marksOf } from './delimiters.ts'
import { encodeEscapes } from './escape.ts'
import { PIPES } from './form/form.ts'
import { writeInForm } from './form/write.ts'
import { writeMoment } from './time.ts'

/**
 * The answer to a batch: a batch of the acknowledgements of its messages, in their order, inside a file when it came in
 * one, which names what it answers in BHS-12. A batch that is not what its trailers say is refused by its own name, with
 * the reason, after its messages, which each have an outcome of their own. Source: HL7 v2.5.1 chapter 2.10.3.
 */
export function batchOfAcks(batch: Batch, acks: readonly Buffer[], own: () => AckOwn): Buffer {
  const { header, delimiters, problem } = batch
  const name = (header[11] ?? '').replace(/\p{Cc}/gu, '').trim()
  const all = problem === undefined ? acks : [...acks, refusalOf(batch, name, problem, own())]
  const wrapped = header[0] === 'FHS' ? (['FHS', 'BHS'] as const) : (['BHS'] as const)
  const heads = wrapped.map(segment => [segment, marksOf(delimiters), ...backTo(header, name, delimiters, own())])
  const tails = wrapped
    .toReversed()
    .map(segment => [segment === 'BHS' ? 'BTS' : 'FTS', String(segment === 'BHS' ? all.length : 1)])
  const lines = (segments: readonly string[][]) =>
    Buffer.from(segments.map(fields => `${fields.join(delimiters.field)}\r`).join(''))
  return Buffer.concat([lines(heads), ...all, lines(tails)])
}

/** From us to whoever sent it: fields 3 to 12. */
function backTo(header: readonly string[], name: string, delimiters: Batch['delimiters'], own: AckOwn): string[] {
  const sent = (number: number) => (header[number] ?? '').replace(/\p{Cc}/gu, '')
  const from = [sent(5), sent(6), sent(3), sent(4), writeMoment(own.at)]
  return [...from, '', '', '', encodeEscapes(own.controlId, delimiters), name]
}

function refusalOf({ header, delimiters }: Batch, name: string, problem: string, own: AckOwn): Buffer {
  const asMessage = [...header.slice(0, 7), '', '', '', name]
  return writeInForm(acknowledge(asMessage, delimiters, 'AE', own, { problem }), delimiters, PIPES)
}
