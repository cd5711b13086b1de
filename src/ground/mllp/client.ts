import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { findSegment, rawField } from '#ground/hl7/field.ts'
import { parseMessage } from '#ground/hl7/message.ts'
import { peekControlId } from '#ground/hl7/peek.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { frameOf, frameReader, isFrameable } from './frame.ts'

export interface SendTo {
  readonly host: string
  readonly port: number
  /** For the connection, and again for each acknowledgement. */
  readonly timeoutSeconds: number
}

export interface Ack {
  /** MSA-1: `AA`, `AE`, `AR`, `CA`, `CE` or `CR`. */
  readonly code: string
  /** MSA-3, or else ERR-8, as sent. */
  readonly text: string
  readonly bytes: Buffer
}

/**
 * Why there is no acknowledgement. Whether the message was taken in is then unknown: it is safe to send it again,
 * whole.
 */
export type SendProblem =
  | 'mllp.noConnection'
  | 'mllp.timeout'
  /** The connection ended before the acknowledgement. */
  | 'mllp.cut'
  /** What came back is not an acknowledgement. */
  | 'mllp.badAck'
  /** An acknowledgement of another message. */
  | 'mllp.wrongAck'
  /** The message holds the marks of a frame. Nothing was sent, and the link is as it was. */
  | 'mllp.notFrameable'

export interface MllpLink {
  /** One at a time: sending before the last has settled is a mistake of the caller's, and throws. */
  send(message: Uint8Array): Promise<Outcome<Ack, SendProblem>>
  /** False once anything went wrong; then connect again. */
  readonly isOpen: boolean
  close(): void
}

/** Sends one message over a connection of its own. */
export async function sendMllp(to: SendTo, message: Uint8Array): Promise<Outcome<Ack, SendProblem>> {
  const link = await connectMllp(to)
  if (!link.ok) return link
  const sent = await link.value.send(message)
  link.value.close()
  return sent
}

/**
 * Opens a connection to send messages over. An acknowledgement counts only for the message whose MSH-10 its MSA-2
 * names, and a link that timed out is closed, so that a late one can never be taken for the next message's.
 */
export async function connectMllp(to: SendTo): Promise<Outcome<MllpLink, 'mllp.noConnection'>> {
  const socket = connect({ host: to.host, port: to.port, noDelay: true })
  if (!(await connected(socket, to.timeoutSeconds))) {
    socket.destroy()
    return refused('mllp.noConnection')
  }
  let waiting = false
  return done({
    get isOpen() {
      return !socket.destroyed
    },
    close: () => socket.destroy(),
    async send(message) {
      assert(!waiting, 'a link sends one message at a time')
      if (!isFrameable(message)) return refused('mllp.notFrameable')
      waiting = true
      const answer = await answerTo(socket, frameOf(message), to.timeoutSeconds)
      const ack = answer.ok ? readAck(answer.value, peekControlId(message)) : answer
      if (!ack.ok) socket.destroy()
      waiting = false
      return ack
    },
  })
}

function connected(socket: Socket, timeoutSeconds: number): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(false), timeoutSeconds * 1000)
    const settle = (open: boolean) => {
      clearTimeout(timer)
      resolve(open)
    }
    socket.once('connect', () => settle(true))
    socket.on('error', () => settle(false))
  })
}

function answerTo(
  socket: Socket,
  frame: Buffer,
  timeoutSeconds: number,
): Promise<Outcome<Buffer, 'mllp.timeout' | 'mllp.cut' | 'mllp.badAck'>> {
  return new Promise(resolve => {
    const reader = frameReader()
    const timer = setTimeout(() => settle(refused('mllp.timeout')), timeoutSeconds * 1000)
    const hear = (chunk: Buffer) => {
      const { frames, fault } = reader.feed(chunk)
      if (frames[0]) settle(done(frames[0]))
      else if (fault) settle(refused('mllp.badAck'))
    }
    const cut = () => settle(refused('mllp.cut'))
    const settle = (outcome: Outcome<Buffer, 'mllp.timeout' | 'mllp.cut' | 'mllp.badAck'>) => {
      clearTimeout(timer)
      socket.off('data', hear)
      socket.off('close', cut)
      resolve(outcome)
    }
    socket.on('data', hear)
    socket.once('close', cut)
    if (socket.destroyed) cut()
    else socket.write(frame)
  })
}

function readAck(bytes: Buffer, controlId: string): Outcome<Ack, 'mllp.badAck' | 'mllp.wrongAck'> {
  const message = parseMessage(bytes)
  if (!message.ok) return refused('mllp.badAck')
  const msa = findSegment(message.value, 'MSA')
  const code = rawField(msa, 1).trim()
  if (!/^[AC][AER]$/.test(code)) return refused('mllp.badAck')
  if (rawField(msa, 2).trim() !== controlId) return refused('mllp.wrongAck')
  const text = rawField(msa, 3) || rawField(findSegment(message.value, 'ERR'), 8)
  return done({ code, text, bytes })
}
