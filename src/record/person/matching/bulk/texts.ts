import { keyOf } from '../key.ts'
import { Grow, sharedInts } from './grow.ts'

/** Texts by number, in memory that threads can share. */
export interface Texts {
  readonly bytes: Uint8Array
  /** Where each begins; one more than there are texts. */
  readonly starts: Int32Array
  /** 64 bits of each, by which they are told apart. */
  readonly high: Int32Array
  readonly low: Int32Array
}

/**
 * Gives every different text a number, in the order in which they come, and packs them: two thousand million bytes at
 * most. Texts are told apart by 64 bits of them, which is quicker and smaller than to keep them all as strings.
 */
export class TextNumbers {
  #slots = new Int32Array(1024)
  readonly #high = new Grow()
  readonly #low = new Grow()
  readonly #ends = new Grow()
  #bytes: Buffer = Buffer.allocUnsafe(1 << 16)
  #length = 0

  numberOf(text: string): number {
    const { high, low } = keyOf(0, [text])
    const slot = this.#slotOf(high, low)
    const number = (this.#slots[slot] ?? 0) - 1
    if (number !== -1) return number
    this.#makeRoom(text.length * BYTES_OF_LETTER_MAX)
    this.#length += this.#bytes.write(text, this.#length)
    return this.#add(high, low, slot)
  }

  /** The number here of a text that has another in a list of its own. */
  numberOfPacked({ bytes, starts, high, low }: Texts, packed: number): number {
    const [highHalf, lowHalf] = [high[packed] ?? 0, low[packed] ?? 0]
    const slot = this.#slotOf(highHalf, lowHalf)
    const number = (this.#slots[slot] ?? 0) - 1
    if (number !== -1) return number
    const text = bytes.subarray(starts[packed] ?? 0, starts[packed + 1] ?? 0)
    this.#makeRoom(text.length)
    this.#bytes.set(text, this.#length)
    this.#length += text.length
    return this.#add(highHalf, lowHalf, slot)
  }

  /** All of them, by number. */
  texts(): Texts {
    const starts = sharedInts(this.#ends.length + 1)
    starts.set(this.#ends.view(), 1)
    const bytes = new Uint8Array(new SharedArrayBuffer(this.#length))
    bytes.set(this.#bytes.subarray(0, this.#length))
    return { bytes, starts, high: this.#high.shared(), low: this.#low.shared() }
  }

  /** Where a text is, or would be. */
  #slotOf(high: number, low: number): number {
    const mask = this.#slots.length - 1
    let slot = low & mask
    for (;;) {
      const number = (this.#slots[slot] ?? 0) - 1
      if (number === -1 || (this.#low.at(number) === low && this.#high.at(number) === high)) return slot
      slot = (slot + 1) & mask
    }
  }

  #makeRoom(bytes: number): void {
    const most = this.#length + bytes
    if (most > this.#bytes.length) this.#bytes = larger(this.#bytes, most)
  }

  /** The text has been written down already. */
  #add(high: number, low: number, slot: number): number {
    const number = this.#high.length
    this.#slots[slot] = number + 1
    this.#high.push(high)
    this.#low.push(low)
    this.#ends.push(this.#length)
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
