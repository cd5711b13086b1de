import assert from 'node:assert/strict'
import { connect, isIP, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import { ackCodes } from '#ground/hl7/ack-codes.ts'
import { readBatch } from '#ground/hl7/batch.ts'
import { findSegment, rawField } from '#ground/hl7/field.ts'
import { peekXmlHeader } from '#ground/hl7/form/peek.ts'
import { parseMessage } from '#ground/hl7/parse-message.ts'
import { peekControlId } from '#ground/hl7/peek.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { frameOf, frameReader, isFrameable } from './frame.ts'

export interface SendTo {
  readonly host: string
  readonly port: number
  /** For the connection, and again for each acknowledgement. */
  readonly timeoutSeconds: number
  /** Inside TLS, with these; undefined: in the clear. */
  readonly tls?: TlsOut | undefined
}

/** By what a receiver is known, and what is shown to it. PEM. */
export interface TlsOut {
  /** Whoever vouches for receivers. Undefined: those whom the machine trusts. */
  readonly ca?: Buffer | undefined
  readonly cert?: Buffer | undefined
  readonly key?: Buffer | undefined
}

export interface Ack {
  /** MSA-1: `AA`, `AE`, `AR`, `CA`, `CE` or `CR`. */
  readonly code: string
  /** MSA-3, or else ERR-8, as sent. */
  readonly text: string
  readonly bytes: Buffer
  /** Of a batch: what each of its messages was answered, and the batch itself when it was refused by name. */
  readonly batch?: readonly { readonly controlId: string; readonly code: string }[]
}

/**
 * Why there is no acknowledgement. Whether the message was taken in is then unknown: it is safe to send it again,
 * whole.
 */
export type SendProblem =
  | ConnectProblem
  | 'mllp.timeout'
  /** The connection ended before the acknowledgement. */
  | 'mllp.cut'
  /** What came back is not an acknowledgement. */
  | 'mllp.badAck'
  /** An acknowledgement of another message. */
  | 'mllp.wrongAck'
  /** The message holds the marks of a frame. Nothing was sent, and the link is as it was. */
  | 'mllp.notFrameable'

export type ConnectProblem =
  | 'mllp.noConnection'
  /** Its certificate is another host's: whoever answers there is not whom we mean. */
  | 'mllp.wrongHost'
  /** Nobody whom we trust vouches for its certificate, or it has run out. */
  | 'mllp.untrusted'

export interface MllpLink {
  /**
   * One at a time: sending before the last has settled is a mistake of the caller's, and throws. Answers the last
   * acknowledgement of those that the message asks for (MSH-15, MSH-16), or the first that is none of acceptance; one
   * with an empty code where it asks for none.
   */
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
export async function connectMllp(to: SendTo): Promise<Outcome<MllpLink, ConnectProblem>> {
  const socket = open(to)
  const problem = await connected(socket, to)
  if (problem !== undefined) {
    socket.destroy()
    return refused(problem)
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
      const ack = await acknowledged(socket, message, to.timeoutSeconds)
      if (!ack.ok) socket.destroy()
      waiting = false
      return ack
    },
  })
}

/** Inside TLS nothing is written before the receiver has shown that it is the host we mean. */
function open({ host, port, tls }: SendTo): Socket {
  if (tls === undefined) return connect({ host, port, noDelay: true })
  const servername = isIP(host) === 0 ? { servername: host } : {}
  return connectSecurely({ host, port, ...servername, ...tls, minVersion: 'TLSv1.2', rejectUnauthorized: true })
}

function connected(socket: Socket, { tls, timeoutSeconds }: SendTo): Promise<ConnectProblem | undefined> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve('mllp.noConnection'), timeoutSeconds * 1000)
    const settle = (problem?: ConnectProblem) => {
      clearTimeout(timer)
      resolve(problem)
    }
    socket.once(tls === undefined ? 'connect' : 'secureConnect', () => settle())
    socket.on('error', fault => settle(problemOf(fault)))
  })
}

/** Source: Node.js, tls, X509 certificate error codes. */
function problemOf(fault: Error & { code?: string }): ConnectProblem {
  if (fault.code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'mllp.wrongHost'
  return /CERT|SIGNATURE|ISSUER/.test(fault.code ?? '') ? 'mllp.untrusted' : 'mllp.noConnection'
}

/** Sends a message, and reads its acknowledgements. */
async function acknowledged(
  socket: Socket,
  message: Uint8Array,
  timeoutSeconds: number,
): Promise<Outcome<Ack, SendProblem>> {
  const { controlId, answers, isBatch } = asks(message)
  const read = (frame: Buffer) => (isBatch ? readBatchAck(frame, controlId) : readAck(frame, controlId))
  const isEnough = (frames: readonly Buffer[]) => {
    const last = frames.at(-1)
    if (last === undefined || frames.length >= answers) return true
    const ack = read(last)
    return !ack.ok || !ack.value.code.endsWith('A')
  }
  const heard = await answersTo(socket, { frame: frameOf(message), timeoutSeconds, answers, isEnough })
  if (!heard.ok) return heard
  const acks = heard.value.map(read)
  return acks.find(ack => !ack.ok) ?? acks.at(-1) ?? done({ code: '', text: '', bytes: Buffer.alloc(0) })
}

/** By what name a message or a batch is answered, and how often when all is well. */
function asks(message: Uint8Array): { controlId: string; answers: number; isBatch: boolean } {
  const batch = readBatch(message)
  if (batch !== undefined) return { controlId: (batch.header[11] ?? '').trim(), answers: 1, isBatch: true }
  const parsed = parseMessage(message)
  if (!parsed.ok) {
    const named = peekControlId(message) || (peekXmlHeader(message)[10] ?? '')
    return { controlId: named, answers: 1, isBatch: false }
  }
  const msh = findSegment(parsed.value, 'MSH')
  const answers = ackCodes('accepted', { accept: rawField(msh, 15), application: rawField(msh, 16) }).length
  return { controlId: rawField(msh, 10).trim(), answers, isBatch: false }
}

interface Sending {
  readonly frame: Buffer
  readonly timeoutSeconds: number
  /** None: nothing is waited for. */
  readonly answers: number
  isEnough(frames: readonly Buffer[]): boolean
}

function answersTo(
  socket: Socket,
  { frame, timeoutSeconds, answers, isEnough }: Sending,
): Promise<Outcome<Buffer[], 'mllp.timeout' | 'mllp.cut' | 'mllp.badAck'>> {
  return new Promise(resolve => {
    const reader = frameReader()
    const heard: Buffer[] = []
    const timer = setTimeout(() => settle(refused('mllp.timeout')), timeoutSeconds * 1000)
    const hear = (chunk: Buffer) => {
      const { frames, fault } = reader.feed(chunk)
      heard.push(...frames)
      if (frames.length > 0 && isEnough(heard)) settle(done(heard))
      else if (fault) settle(refused('mllp.badAck'))
    }
    const cut = () => settle(refused('mllp.cut'))
    const settle = (outcome: Outcome<Buffer[], 'mllp.timeout' | 'mllp.cut' | 'mllp.badAck'>) => {
      clearTimeout(timer)
      socket.off('data', hear)
      socket.off('close', cut)
      resolve(outcome)
    }
    socket.on('data', hear)
    socket.once('close', cut)
    if (socket.destroyed) cut()
    else socket.write(frame, () => answers === 0 && settle(done([])))
  })
}

/** The first that was not accepted stands for the batch. */
function readBatchAck(bytes: Buffer, name: string): Outcome<Ack, 'mllp.badAck' | 'mllp.wrongAck'> {
  const answer = readBatch(bytes)
  if (answer === undefined) return refused('mllp.badAck')
  if ((answer.header[12] ?? '').trim() !== name) return refused('mllp.wrongAck')
  const batch = answer.messages.flatMap(message => {
    const parsed = parseMessage(message)
    const msa = parsed.ok ? findSegment(parsed.value, 'MSA') : undefined
    return msa ? [{ controlId: rawField(msa, 2).trim(), code: rawField(msa, 1).trim() }] : []
  })
  const worst = batch.find(({ code }) => !code.endsWith('A'))
  return done({ code: worst?.code ?? 'AA', text: '', bytes, batch })
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
