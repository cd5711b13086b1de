/** Why the bytes of a connection are not MLLP frames. After a fault nothing more can be read from that connection. */
export type FrameFault =
  /** Too many bytes outside any frame: something else is talking, or the sender left out the start. */
  | 'mllp.garbage'
  /** A frame longer than the limit. */
  | 'mllp.tooLarge'
  /**
   * A start inside a frame: the sender gave up half-way and began again, and two halves must not become one message.
   */
  | 'mllp.startInside'

export interface FrameLimits {
  /** Of one frame's content. */
  readonly frameBytesMax: number
  /** Between two frames. Some senders put line ends there. */
  readonly garbageBytesMax: number
}

/** What holds where the door names no limits of its own. */
export const FRAME_LIMITS: FrameLimits = { frameBytesMax: 1_048_576, garbageBytesMax: 64 }

export interface Fed {
  /** Frames completed, without their marks, each in memory of its own. */
  readonly frames: readonly Buffer[]
  /** Set once, with the frames that came before it. */
  readonly fault?: FrameFault
}

export interface FrameReader {
  feed(chunk: Uint8Array): Fed
  /** Whether a frame has begun and not ended. */
  readonly midFrame: boolean
  /**
   * What has come of a frame that has not ended, or, after a fault, the bytes at fault; empty between frames.
   * At most as many as a frame may have.
   */
  unfinished(): Buffer
}

const START = 0x0b
const END = 0x1c
const RETURN = 0x0d

/** Puts a message in a frame: 0x0B, the message, 0x1C 0x0D. Source: HL7 MLLP transport, release 1. */
export function frameOf(message: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(START), message, Buffer.of(END, RETURN)])
}

/** Whether a message may be framed at all: it must hold neither a start nor an end. */
export function isFrameable(message: Uint8Array): boolean {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength)
  return !bytes.includes(START) && !bytes.includes(Buffer.of(END, RETURN))
}

/**
 * Cuts a stream of bytes into frames, whatever pieces it arrives in. Each byte is looked at once and copied a bounded
 * number of times, and never more than the limit and one chunk is held.
 */
export function frameReader(limits: FrameLimits = FRAME_LIMITS): FrameReader {
  const held = growingBuffer()
  let inside = false
  let fault: FrameFault | undefined

  /** Takes what it can from the chunk and says how far it got; a frame when one ended there. */
  function take(chunk: Buffer, from: number): { next: number; frame?: Buffer } {
    return inside ? takeContent(chunk, from) : takeGap(chunk, from)
  }

  function takeGap(chunk: Buffer, from: number): { next: number } {
    const start = chunk.indexOf(START, from)
    const end = start === -1 ? chunk.length : start
    if (held.length + end - from > limits.garbageBytesMax) {
      held.add(chunk, from, Math.min(end, from + limits.garbageBytesMax))
      fault = 'mllp.garbage'
      return { next: chunk.length }
    }
    held.add(chunk, from, end)
    if (start === -1) return { next: end }
    held.clear()
    inside = true
    return { next: start + 1 }
  }

  function takeContent(chunk: Buffer, from: number): { next: number; frame?: Buffer } {
    if (held.last() === END && chunk[from] === RETURN) return { next: from + 1, frame: close() }
    const end = chunk.indexOf(END, from)
    const next = end === -1 ? chunk.length : end + 1
    const startInside = chunk.subarray(from, next).includes(START)
    const tooLarge = held.length + (next - from) > limits.frameBytesMax + 1
    if (startInside || tooLarge) {
      fault = startInside ? 'mllp.startInside' : 'mllp.tooLarge'
      held.add(chunk, from, Math.min(next, from + Math.max(0, limits.frameBytesMax - held.length)))
      return { next: chunk.length }
    }
    held.add(chunk, from, next)
    return { next }
  }

  function close(): Buffer {
    const frame = held.content(held.length - 1)
    held.clear()
    inside = false
    return frame
  }

  return {
    feed(piece) {
      const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
      const frames: Buffer[] = []
      for (let next = 0; next < chunk.length && !fault; ) {
        const taken = take(chunk, next)
        next = taken.next
        if (taken.frame) frames.push(taken.frame)
      }
      return { frames, ...(fault && { fault }) }
    },
    get midFrame() {
      return inside
    },
    unfinished: () => held.content(inside || fault ? Math.min(held.length, limits.frameBytesMax) : 0),
  }
}

/** Doubles as it fills, so that a frame sent byte by byte costs no more than one sent whole. */
function growingBuffer() {
  let space = Buffer.allocUnsafe(4096)
  let length = 0
  return {
    get length() {
      return length
    },
    last: () => (length > 0 ? space[length - 1] : undefined),
    add(chunk: Buffer, from: number, to: number): void {
      const needed = length + to - from
      if (needed > space.length) {
        const larger = Buffer.allocUnsafe(Math.max(needed, space.length * 2))
        space.copy(larger, 0, 0, length)
        space = larger
      }
      chunk.copy(space, length, from, to)
      length = needed
    },
    content: (to: number): Buffer => Buffer.from(space.subarray(0, to)),
    clear(): void {
      length = 0
      // One large frame must not hold its memory for as long as the connection lives.
      if (space.length > 65_536) space = Buffer.allocUnsafe(4096)
    },
  }
}
