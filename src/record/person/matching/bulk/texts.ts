import { sharedInts } from './grow.ts'

/** Texts by number, in memory that threads can share. */
export interface Texts {
  readonly bytes: Uint8Array
  /** Where each begins; one more than there are texts. */
  readonly starts: Int32Array
}

/** Gives every different text a number, in the order in which they come. */
export class TextNumbers {
  readonly #numbers = new Map<string, number>()

  numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#numbers.size)
    return this.#numbers.size - 1
  }

  /** All of them, by number. */
  texts(): Texts {
    return textsOf([...this.#numbers.keys()])
  }
}

/** Packs texts: at most two thousand million bytes of them. */
export function textsOf(list: readonly string[]): Texts {
  const starts = sharedInts(list.length + 1)
  let length = 0
  for (const [index, text] of list.entries()) {
    length += Buffer.byteLength(text)
    starts[index + 1] = length
  }
  const bytes = new Uint8Array(new SharedArrayBuffer(length))
  const target = Buffer.from(bytes.buffer)
  for (const [index, text] of list.entries()) target.write(text, starts[index] ?? 0)
  return { bytes, starts }
}

/** How many texts there are. */
export function textCount({ starts }: Texts): number {
  return starts.length - 1
}

/** The text of a number. */
export function textAt({ bytes, starts }: Texts, number: number): string {
  const from = starts[number] ?? 0
  return Buffer.from(bytes.buffer, from, (starts[number + 1] ?? 0) - from).toString()
}
