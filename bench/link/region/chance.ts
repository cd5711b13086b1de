/** Draws that repeat themselves for the same seed: sfc32 (C. Doty-Humphrey, PractRand), quick enough for millions. */
export class Drawing {
  #one: number
  #two: number
  #three: number
  #count = 1

  constructor(seed: number) {
    this.#one = seed | 0
    this.#two = Math.imul(seed, 0x9e3779b9) | 0
    this.#three = 0x2545f491
    for (let turn = 0; turn < 16; turn++) this.number()
  }

  /** From 0 up to and not including 1. */
  number(): number {
    const sum = (((this.#one + this.#two) | 0) + this.#count) | 0
    this.#count = (this.#count + 1) | 0
    this.#one = this.#two ^ (this.#two >>> 9)
    this.#two = (this.#three + (this.#three << 3)) | 0
    this.#three = (((this.#three << 21) | (this.#three >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }

  /** A whole number below a limit. */
  below(limit: number): number {
    return Math.floor(this.number() * limit)
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** True in this share of all draws. */
  happens(share: number): boolean {
    return this.number() < share
  }

  one<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new Error('nothing to draw from')
    return item
  }

  /** So many digits. */
  digits(count: number): string {
    return String(this.below(10 ** count)).padStart(count, '0')
  }
}

/** Items that are drawn by their weights. */
export class Weighted<Item> {
  readonly #items: readonly Item[]
  readonly #upTo: Float64Array

  constructor(items: readonly (readonly [Item, number])[]) {
    this.#items = items.map(([item]) => item)
    this.#upTo = new Float64Array(items.length)
    let sum = 0
    for (const [index, [, weight]] of items.entries()) {
      sum += weight
      this.#upTo[index] = sum
    }
  }

  draw(drawing: Drawing): Item {
    const wanted = drawing.number() * (this.#upTo.at(-1) ?? 0)
    let [low, high] = [0, this.#upTo.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#upTo[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    const item = this.#items[low]
    if (item === undefined) throw new Error('nothing to draw from')
    return item
  }
}
