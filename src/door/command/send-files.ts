import { splitMessages } from '#ground/hl7/batch.ts'
import { peekControlId } from '#ground/hl7/peek.ts'
import type { Say } from '#ground/language/say.ts'
import { connectMllp, type MllpLink, type SendProblem } from '#ground/mllp/client.ts'
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
): Promise<Outcome<Sent, 'mllp.noConnection'>> {
  const messages = files.flatMap(({ name, bytes }) => messagesIn(bytes).map(message => ({ name, message })))
  const counts = { accepted: 0, refused: 0 }
  let link: MllpLink | undefined
  for (const [index, { name, message }] of messages.entries()) {
    if (!link?.isOpen) {
      const connected = await connectMllp({ ...to, timeoutSeconds: TIMEOUT_SECONDS })
      if (!connected.ok) return refused(connected.problem)
      link = connected.value
    }
    const answer = await link.send(message)
    const accepted = answer.ok && answer.value.code.endsWith('A')
    counts[accepted ? 'accepted' : 'refused']++
    const id = peekControlId(message)
    if (!accepted || messages.length <= LINES_MAX) {
      const code = answer.ok ? answer.value.code : say.code('feed', nameOf(answer.problem))
      print(say('feed.sent', { number: index + 1, of: messages.length, file: name, id: id === '' ? '–' : id, code }))
    } else if ((index + 1) % 100 === 0) {
      print(say('feed.progress', { number: index + 1, of: messages.length }))
    }
  }
  link?.close()
  return done(counts)
}

/** A file without any message is sent as it is: the receiver is to say what is wrong with it. */
function messagesIn(bytes: Buffer): Buffer[] {
  const messages = splitMessages(bytes)
  return messages.length === 0 ? [bytes] : messages.map(withCarriageReturns)
}

/** Files are kept with the line ends of the editor that saved them; on the wire a segment ends in CR. */
function withCarriageReturns(message: Buffer): Buffer {
  if (message.includes(0)) return message
  return Buffer.from(`${message.toString('latin1').replace(/\r?\n/g, '\r')}\r`.replace(/\r+$/, '\r'), 'latin1')
}

function nameOf(problem: SendProblem): string {
  return problem.replace('mllp.', '')
}
