import type { Socket } from 'node:net'
import { FRAME_LIMITS, type FrameFault, frameOf, frameReader } from './frame.ts'
import { type Peer, peerOf } from './peer.ts'

/** Why a connection gave no whole message. */
export type MllpFault =
  | FrameFault
  /** The connection ended within a frame. */
  | 'mllp.unfinished'
  /** A frame began and did not end in the time allowed. */
  | 'mllp.slow'

/** What a listener does with what it hears. */
export interface Hearing {
  readonly limits: {
    readonly frameBytesMax: number
    /** Until the first frame, between two frames, and from the start of a frame to its end. */
    readonly idleSecondsMax: number
  }
  /**
   * Answers the acknowledgements to send in their order, each without a frame; none where none was asked for. When it
   * throws, the connection is cut without one, so that the sender sends again.
   */
  receive(frame: Buffer, peer: Peer): Promise<readonly Buffer[]>
  /**
   * Told once of a connection that failed, with what came of the message; the answers are sent if anybody still listens.
   */
  fault(fault: MllpFault, partial: Buffer, peer: Peer): Promise<readonly Buffer[]>
  /** Told of what `receive` or `fault` threw, or of a listener that cannot accept. Nothing else will tell of it. */
  failed?(error: unknown, peer?: Peer): void
}

export interface Conversation {
  /** Settles when the connection is gone and everything heard on it is dealt with. */
  readonly ended: Promise<void>
  /** Ends the connection once the frame in hand, if any, is answered. */
  finish(): void
}

/** How long a connection we end is kept, so that the last answer reaches a sender that is still sending. */
const LINGER_SECONDS_MAX = 1

/**
 * Hears one connection: frames strictly in order, one at a time, and no byte is read while one is being handled.
 * Nothing that comes over it, or fails in the handling of it, reaches beyond it.
 */
export function converse(socket: Socket, hearing: Hearing): Conversation {
  const peer = peerOf(socket)
  const { frameBytesMax, idleSecondsMax } = hearing.limits
  const reader = frameReader({ ...FRAME_LIMITS, frameBytesMax })
  const patience = deadline(idleSecondsMax, () => {
    slow = reader.midFrame
    socket.destroy()
  })
  let inHand: Promise<void> | undefined
  let slow = false
  let told = false
  let closing = false
  let over = false

  async function take(chunk: Buffer): Promise<void> {
    const wasInside = reader.midFrame
    const { frames, fault } = reader.feed(chunk)
    if (reader.midFrame && !wasInside) patience.restart()
    for (const frame of frames) {
      if (closing || over) break
      await answer(() => hearing.receive(frame, peer))
    }
    if (fault && !over) await tell(fault)
    if (fault || closing) part()
  }

  async function tell(fault: MllpFault): Promise<void> {
    told = true
    await answer(() => hearing.fault(fault, reader.unfinished(), peer))
  }

  async function answer(ask: () => Promise<readonly Buffer[]>): Promise<void> {
    patience.stop()
    try {
      const answers = await ask()
      if (socket.destroyed) return
      patience.restart()
      if (answers.length > 0) await written(socket, Buffer.concat(answers.map(frameOf)))
    } catch (error) {
      over = true
      socket.destroy()
      hearing.failed?.(error, peer)
    }
  }

  /** Says goodbye, and goes on reading to no purpose: closing on unread bytes would take our last answer back. */
  function part(): void {
    over = true
    socket.end()
    const linger = deadline(LINGER_SECONDS_MAX, () => socket.destroy())
    linger.restart()
    socket.once('close', linger.stop)
  }

  socket.on('data', chunk => {
    if (over) return
    socket.pause()
    inHand = take(chunk).finally(() => {
      inHand = undefined
      socket.resume()
    })
  })
  // The sender's end may come while its last message is still in hand.
  socket.on('end', () => void Promise.resolve(inHand).then(part))
  socket.on('error', () => undefined) // 'close' follows, and tells what was lost.
  patience.restart()

  const ended = closed(socket).then(async () => {
    patience.stop()
    await inHand
    if (reader.midFrame && !told) await tell(slow ? 'mllp.slow' : 'mllp.unfinished')
  })
  return {
    ended,
    finish() {
      closing = true
      if (!inHand) part()
    },
  }
}

function closed(socket: Socket): Promise<void> {
  return new Promise(resolve => socket.once('close', () => resolve()))
}

/** Settles even when the bytes could not be written: a sender that is gone sends again. */
function written(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise(resolve => socket.write(bytes, () => resolve()))
}

function deadline(seconds: number, passed: () => void) {
  let timer: NodeJS.Timeout | undefined
  const stop = () => clearTimeout(timer)
  return {
    stop,
    restart() {
      stop()
      timer = setTimeout(passed, seconds * 1000)
    },
  }
}
