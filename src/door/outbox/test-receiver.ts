import { createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { peekControlId } from '#ground/hl7/peek.ts'
import { frameOf, frameReader } from '#ground/mllp/frame.ts'

/** What a partner's system does with a message. Whatever it does not say it takes in. */
export type Manner =
  | 'AA'
  | 'CA'
  | 'AE'
  | 'AR'
  | 'answers for another'
  | 'answers nonsense'
  | 'cuts before reading'
  | 'cuts after taking it in'
  | 'hangs'

/** A partner's system over MLLP, which does what it is told to with each message that comes. */
export interface Receiver {
  readonly address: string
  /** What it took in, by MSH-10, in the order in which it did; a repeat stands here again. */
  readonly took: readonly string[]
  /** What it does next, one for each message; then it takes everything in. */
  readonly manners: Manner[]
  /** The most messages that were with it at one time. */
  readonly atOnce: number
  stop(): Promise<void>
}

/** Opens one, on a port of its own or on one that it had before. */
export async function openReceiver({ port = 0, thinksMs = 0 } = {}): Promise<Receiver> {
  const sockets = new Set<Socket>()
  const took: string[] = []
  const manners: Manner[] = []
  let inHand = 0
  let atOnce = 0

  async function hear(socket: Socket, frame: Buffer): Promise<void> {
    const id = peekControlId(frame)
    const manner = manners.shift() ?? 'AA'
    if (manner === 'cuts before reading') return void socket.destroy()
    if (manner === 'hangs') return
    atOnce = Math.max(atOnce, ++inHand)
    if (thinksMs > 0) await pause(thinksMs)
    inHand--
    if (!['AE', 'AR'].includes(manner)) took.push(id)
    if (manner === 'cuts after taking it in') return void socket.destroy()
    socket.write(answerOf(manner, id))
  }

  const server = createServer(socket => {
    const reader = frameReader()
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', chunk => {
      for (const frame of reader.feed(chunk).frames) void hear(socket, frame)
    })
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  const at = typeof address === 'object' && address !== null ? address.port : 0
  return {
    address: `127.0.0.1:${at}`,
    took,
    manners,
    get atOnce() {
      return atOnce
    },
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

function answerOf(manner: Manner, id: string): Buffer {
  if (manner === 'answers nonsense') return frameOf(Buffer.from('no'))
  const about = manner === 'answers for another' ? 'ANOTHER' : id
  const code = manner.length === 2 ? manner : 'AA'
  return frameOf(Buffer.from(`MSH|^~\\&|ROTA|C|CYDOFAL|GH|20261122||ACK|R${id}|P|2.5\rMSA|${code}|${about}|as asked\r`))
}

/** A message of that MSH-10. */
export function messageOf(controlId: string): Buffer {
  return Buffer.from(`MSH|^~\\&|CYDOFAL|GH|ROTA|C|20261122||ADT^A01|${controlId}|P|2.5\rEVN|A01|20261122\r`)
}
