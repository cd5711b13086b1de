import { keyOf } from '../key.ts'
import { Grow, sharedInts } from './grow.ts'

/** Texts by number, in memory that threads can share. */
export interface Texts {
  readonly bytes: Uint8Array
  /** Where each begins; one more than there are texts. */
  readonly starts: Int32Array
}

/**
 * Gives every different text a number, in the order in which they come, and packs them: two thousand million bytes at
 * most. Texts are told apart by 64 bits of them, which is quicker and smaller than to keep them all as strings.
 */
export class TextNumbers {
  #slots = new Int32Array(1024)
  readonly #high = new Grow()
  readonly #low = new Grow()
  readonly #starts = new Grow()
  #bytes: Buffer = Buffer.allocUnsafe(1 << 16)
  #length = 0

  numberOf(text: string): number {
    const { high, low } = keyOf(0, [text])
    const mask = this.#slots.length - 1
    let slot = low & mask
    for (;;) {
      const number = (this.#slots[slot] ?? 0) - 1
      if (number === -1) return this.#add(text, high, low, slot)
      if (this.#low.at(number) === low && this.#high.at(number) === high) return number
      slot = (slot + 1) & mask
    }
  }

  /** All of them, by number. */
  texts(): Texts {
    const starts = sharedInts(this.#starts.length + 1)
    starts.set(this.#starts.view())
    starts[this.#starts.length] = this.#length
    const bytes = new Uint8Array(new SharedArrayBuffer(this.#length))
    bytes.set(this.#bytes.subarray(0, this.#length))
    return { bytes, starts }
  }

  #add(text: string, high: number, low: number, slot: number): number {
    const number = this.#starts.length
    this.#slots[slot] = number + 1
    this.#high.push(high)
    this.#low.push(low)
    this.#starts.push(this.#length)
    const most = this.#length + text.length * BYTES_OF_LETTER_MAX
    if (most > this.#bytes.length) this.#bytes = larger(this.#bytes, most)
    this.#length += this.#bytes.write(text, this.#length)
    if (number * 2 > this.#slots.length) this.#spread()
    return number
  }

  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 4)
    const mask = this.#slots.length - 1
    for (const [number, low] of this.#low.view().entries()) {
      let slot = low & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = number + 1
    }
  }
}

const BYTES_OF_LETTER_MAX = 3

function larger(bytes: Buffer, least: number): Buffer {
  const more = Buffer.allocUnsafe(Math.max(bytes.length * 2, least))
  bytes.copy(more)
  return more
}

/** How many texts there are. */
export function textCount({ starts }: Texts): number {
  return starts.length - 1
}

/** Reads texts by their number. */
export function textReader({ bytes, starts }: Texts): (number: number) => string {
  const buffer = Buffer.from(bytes.buffer)
  return number => buffer.toString('utf8', starts[number] ?? 0, starts[number + 1] ?? 0)
}
