import { readBatch, splitMessages } from '#ground/hl7/batch.ts'
import { findSegment, rawField } from '#ground/hl7/field.ts'
import { parseMessage } from '#ground/hl7/parse-message.ts'
import { peekControlId } from '#ground/hl7/peek.ts'
import type { Say } from '#ground/language/say.ts'
import { type Ack, type ConnectProblem, connectMllp, type MllpLink, type SendProblem } from '#ground/mllp/client.ts'
import { FRAME_LIMITS } from '#ground/mllp/frame.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'

/** A file to send, with the name to call it by. */
export interface FileToSend {
  readonly name: string
  readonly bytes: Buffer
}

export interface Sent {
  readonly accepted: number
  readonly refused: number
}

const TIMEOUT_SECONDS = 15
/** Above so many messages a line each would hide the ones that matter: only refusals and the count are printed. */
const LINES_MAX = 40

/** Sends every message of the files in order, each after the answer to the one before, and says what became of each. */
export async function sendFiles(
  to: { readonly host: string; readonly port: number },
  files: readonly FileToSend[],
  print: (line: string) => void,
  say: Say,
): Promise<Outcome<Sent, ConnectProblem>> {
  const messages = files.flatMap(({ name, bytes }) => framesIn(bytes).map(message => ({ name, message })))
  const counts = { accepted: 0, refused: 0 }
  let link: MllpLink | undefined
  for (const [index, { name, message }] of messages.entries()) {
    if (!link?.isOpen) {
      const connected = await connectMllp({ ...to, timeoutSeconds: TIMEOUT_SECONDS })
      if (!connected.ok) return refused(connected.problem)
      link = connected.value
    }
    const answer = await link.send(message)
    const told = answersOf(message, answer, say)
    for (const { accepted } of told) counts[accepted ? 'accepted' : 'refused']++
    const isShown = messages.length * told.length <= LINES_MAX
    const shown = told.filter(({ accepted }) => isShown || !accepted)
    for (const { id, code } of shown) {
      print(say('feed.sent', { number: index + 1, of: messages.length, file: name, id: id || '–', code }))
    }
    if (shown.length > 0) continue
    if ((index + 1) % 100 === 0) {
      print(say('feed.progress', { number: index + 1, of: messages.length }))
    }
  }
  link?.close()
  return done(counts)
}

/** What each message of a frame was answered; a message that asked for no answer is taken to be accepted. */
function answersOf(
  message: Buffer,
  answer: Outcome<Ack, SendProblem>,
  say: Say,
): readonly { readonly id: string; readonly code: string; readonly accepted: boolean }[] {
  const id = nameOf(message)
  if (!answer.ok) return [{ id, code: say.code('feed', answer.problem.replace('mllp.', '')), accepted: false }]
  const { code, batch } = answer.value
  if (code === '') return [{ id, code: say('feed.notAsked'), accepted: true }]
  const each = batch ?? [{ controlId: id, code }]
  return each.map(one => ({ id: one.controlId, code: one.code, accepted: one.code.endsWith('A') }))
}

/**
 * A batch goes whole, so that what its trailers count is held against it, unless it is too long for a frame: then its
 * messages go one by one, as those of a file without headers do. A file without any message is sent as it is: the
 * receiver is to say what is wrong with it.
 */
function framesIn(bytes: Buffer): Buffer[] {
  if (readBatch(bytes) !== undefined && bytes.length <= FRAME_LIMITS.frameBytesMax) return [withCarriageReturns(bytes)]
  const messages = splitMessages(bytes)
  return messages.length === 0 ? [bytes] : messages.map(withCarriageReturns)
}

/** Files are kept with the line ends of the editor that saved them; on the wire a segment ends in CR. */
function withCarriageReturns(message: Buffer): Buffer {
  if (message.includes(0)) return message
  return Buffer.from(`${message.toString('latin1').replace(/\r?\n/g, '\r')}\r`.replace(/\r+$/, '\r'), 'latin1')
}

/** The id that a message, or else a batch, goes by. */
function nameOf(bytes: Buffer): string {
  const message = readBatch(bytes) === undefined ? parseMessage(bytes) : undefined
  const said = message?.ok ? rawField(findSegment(message.value, 'MSH'), 10).trim() : ''
  return said || (readBatch(bytes)?.header[11]?.trim() ?? peekControlId(bytes))
}
